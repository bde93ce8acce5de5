package dev.tintype.nn.official;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartialNonLocalBlockTest {
    private static final int CHANNELS = 6;

    @Test
    void equalsTheDirectFormulaForAnyNumberOfRows() {
        try (Scope _ = Scope.open()) {
            Tensor x = new HashedParameters(1, Map.of()).tensor("x", Start.HE, 2, CHANNELS, 5, 7);
            Tensor mask = mask();
            float[] direct = direct(block(0), x, mask).toArray();
            for (long cells : List.of(1L, 70L, 100L, 1225L, 1L << 25)) {
                assertArrayEquals(direct, block(cells).forward(x, mask).toArray(), 5e-5f, cells + " cells");
            }
        }
    }

    @Test
    void leavesSoundPlacesAlone() {
        try (Scope _ = Scope.open()) {
            Tensor x = Tensor.full(0.5, 1, CHANNELS, 4, 4);
            Tensor y = block(8).forward(x, Tensor.zeros(1, 1, 16, 16));
            assertArrayEquals(x.toArray(), y.toArray());
        }
    }

    @Test
    void survivesAPhotoThatIsOneHole() {
        try (Scope _ = Scope.open()) {
            Tensor x = Tensor.full(0.5, 1, CHANNELS, 4, 4);
            for (float value : block(8).forward(x, Tensor.full(1, 1, 1, 16, 16)).toArray()) {
                assertTrue(Float.isFinite(value));
            }
        }
    }

    /// The whole matrix at once, as written in the paper.
    private static Tensor direct(PartialNonLocalBlock block, Tensor x, Tensor mask) {
        Tensor valid = PartialNonLocalBlock.valid(mask, 5, 7);
        Tensor queries = block.theta().forward(x).reshape(2, CHANNELS, 35).transpose(1, 2);
        Tensor keys = block.phi().forward(x).reshape(2, CHANNELS, 35);
        Tensor values = block.g().forward(x).reshape(2, CHANNELS, 35).transpose(1, 2);
        Tensor attention = queries.matmul(keys).softmax(2).times(valid.reshape(2, 1, 35));
        Tensor renormalized = attention.over(attention.sum(2).clamp(1e-12, 1));
        Tensor attended = renormalized.matmul(values).transpose(1, 2).reshape(2, CHANNELS, 5, 7);
        Tensor y = block.residuals().forward(block.w().forward(attended));
        return x.times(valid).plus(y.times(valid.times(-1).plus(1)));
    }

    private static PartialNonLocalBlock block(long cells) {
        PartialNonLocalBlock block = PartialNonLocalBlock.of(new HashedParameters(5, Map.of()), CHANNELS);
        return new PartialNonLocalBlock(block.theta(), block.phi(), block.g(), block.w(), block.residuals(), cells);
    }

    private static Tensor mask() {
        float[] mask = new float[2 * 20 * 28];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = i % 97 < 9 ? 1 : 0;
        }
        return Tensor.of(mask, 2, 1, 20, 28);
    }
}
