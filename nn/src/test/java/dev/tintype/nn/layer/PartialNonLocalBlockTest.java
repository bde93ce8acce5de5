package dev.tintype.nn.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.nn.torch.Torch;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartialNonLocalBlockTest {
    private static final int SIDE = 8;
    private static final int CHANNELS = 4;

    @BeforeEach
    void seed() {
        Torch.seed(3);
    }

    private static PartialNonLocalBlock block() {
        PartialNonLocalBlock fresh = PartialNonLocalBlock.of(new FreshParameters(1, Map.of()), "block", CHANNELS);
        Conv w = new Conv(Tensor.randn(CHANNELS, CHANNELS / 2, 1, 1), Tensor.zeros(CHANNELS), 1, 0);
        return new PartialNonLocalBlock(fresh.theta(), fresh.phi(), fresh.g(), w);
    }

    /// 1 in the first column of places.
    private static Tensor damage(int height, int width) {
        float[] values = new float[height * width];
        for (int i = 0; i < values.length; i += width) {
            values[i] = 1;
        }
        return Tensor.of(values, 1, 1, height, width);
    }

    @Test
    void keepsSoundPlacesExactly() {
        try (Scope _ = Scope.open()) {
            Tensor x = Tensor.randn(1, CHANNELS, 11, 13);
            Tensor z = block().forward(x, damage(11, 13));
            assertArrayEquals(x.narrow(3, 1, 12).toArray(), z.narrow(3, 1, 12).toArray());
        }
    }

    @Test
    void takesNothingFromDamagedPlaces() {
        try (Scope _ = Scope.open()) {
            PartialNonLocalBlock block = block();
            Tensor x = Tensor.randn(1, CHANNELS, SIDE, SIDE);
            Tensor damage = damage(SIDE, SIDE);
            Tensor z = block.forward(x, damage);
            Tensor other = x.plus(row(5, 5));
            Tensor y = block.forward(other, damage);
            assertArrayEquals(z.narrow(2, 0, 5).toArray(), y.narrow(2, 0, 5).toArray(), 1e-3f);
        }
    }

    /// `amount` at the damaged place of one row, for all channels.
    private static Tensor row(int row, double amount) {
        float[] values = new float[SIDE * SIDE];
        values[row * SIDE] = (float) amount;
        return Tensor.of(values, 1, 1, SIDE, SIDE).expand(1, CHANNELS, SIDE, SIDE);
    }

    @Test
    void isTheAttentionOfThePaperWhereOneSquareSeesAll() {
        try (Scope _ = Scope.open()) {
            PartialNonLocalBlock block = block();
            Tensor x = Tensor.randn(1, CHANNELS, SIDE, SIDE);
            Tensor damage = damage(SIDE, SIDE);
            float[] z = block.forward(x, damage).toArray();
            float[] expected = direct(block, x, damage);
            assertArrayEquals(expected, z, 1e-4f);
            assertEquals(CHANNELS * SIDE * SIDE, z.length);
        }
    }

    private static float[] direct(PartialNonLocalBlock block, Tensor x, Tensor damage) {
        long n = (long) SIDE * SIDE;
        Tensor theta = block.theta().forward(x).reshape(CHANNELS / 2, n).transpose(0, 1);
        Tensor phi = block.phi().forward(x).reshape(CHANNELS / 2, n);
        Tensor g = block.g().forward(x).reshape(CHANNELS / 2, n).transpose(0, 1);
        Tensor a = theta.matmul(phi).times(1 / Math.sqrt(CHANNELS / 2.0)).softmax(1);
        Tensor valid = damage.times(-1).plus(1).reshape(1, n);
        Tensor trusted = a.times(valid);
        Tensor mixed = trusted.over(trusted.sum(1)).matmul(g); // (N, D)
        Tensor y = block.w().forward(mixed.transpose(0, 1).reshape(1, CHANNELS / 2, SIDE, SIDE));
        return x.plus(y.times(damage)).toArray();
    }
}
