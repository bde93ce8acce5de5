package dev.tintype.nn.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.Weights;
import dev.tintype.nn.net.FaceRefiner.Width;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.nn.torch.Torch;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaceRefinerTest {
    private static final int SIDE = 32;
    private static final List<Width> TINY = List.of(new Width(6, 1), new Width(8, 2));

    @BeforeEach
    void seed() {
        Torch.seed(5);
    }

    private static FreshParameters started() {
        FreshParameters parameters = new FreshParameters(2, Map.of());
        FaceRefiner.of(parameters, TINY);
        return parameters;
    }

    /// The same network with a last layer that says something.
    private static Weights taught() {
        Map<String, Tensor> tensors = started().tensors();
        tensors.put("head.weight", Scope.keep(Tensor.randn(12, 6, 3, 3)));
        return new Weights("face", tensors, Map.of());
    }

    @Test
    void leavesEveryFaceAsItIsBeforeItHasLearntAnything() {
        try (Scope _ = Scope.open()) {
            Tensor face = Tensor.randn(2, 3, SIDE, SIDE);
            FaceRefiner fresh = FaceRefiner.of(new FreshParameters(2, Map.of()), FaceRefiner.SMALL);
            assertArrayEquals(
                    face.toArray(),
                    fresh.forward(face, Tensor.randn(2, 3, SIDE, SIDE)).face().toArray());
        }
    }

    @Test
    void aFaceComesOutTheSameAloneAndAmongOthers() {
        try (Scope _ = Scope.open()) {
            FaceRefiner refiner = FaceRefiner.of(taught());
            Tensor faces = Tensor.randn(3, 3, SIDE, SIDE);
            Tensor scan = Tensor.randn(3, 3, SIDE, SIDE);
            Tensor alone =
                    refiner.forward(faces.narrow(0, 1, 1), scan.narrow(0, 1, 1)).face();
            Tensor among = refiner.forward(faces, scan).face().narrow(0, 1, 1);
            assertArrayEquals(alone.toArray(), among.toArray(), 1e-4f);
            assertTrue(alone.minus(faces.narrow(0, 1, 1)).abs().mean().item() > 0.01, "the network said nothing");
        }
    }

    /// What is modulated by must reach the result from the coarsest scale on, not only from where the change is.
    @Test
    void seesTheWholeFace() {
        try (Scope _ = Scope.open()) {
            FaceRefiner refiner = FaceRefiner.of(taught());
            Tensor face = Tensor.zeros(1, 3, SIDE, SIDE);
            Tensor other = face.narrow(3, 0, 24);
            Tensor lit = Tensor.cat(List.of(other, Tensor.full(1, 1, 3, SIDE, 8)), 3);
            Tensor change = refiner.forward(lit, face)
                    .face()
                    .minus(refiner.forward(face, face).face());
            assertTrue(change.narrow(3, 10, 2).abs().mean().item() > 1e-6, "12 columns away nothing is seen");
            Tensor scan = refiner.forward(face, lit)
                    .face()
                    .minus(refiner.forward(face, face).face());
            assertTrue(scan.narrow(3, 10, 2).abs().mean().item() > 1e-6, "the scan is not seen");
        }
    }

    @Test
    void theSizesFollowFromTheWeights() {
        FaceRefiner refiner = FaceRefiner.of(taught());
        assertEquals(2, refiner.scales().size());
        assertEquals(4, refiner.multiple());
        assertEquals(2, refiner.scales().getLast().blocks().size());
        try (Scope _ = Scope.open()) {
            assertArrayEquals(
                    new long[] {1, 1, SIDE, SIDE},
                    refiner.forward(Tensor.zeros(1, 3, SIDE, SIDE), Tensor.zeros(1, 3, SIDE, SIDE))
                            .doubt()
                            .shape());
        }
    }
}
