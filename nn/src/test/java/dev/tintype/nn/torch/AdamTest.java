package dev.tintype.nn.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AdamTest {
    /// The loss `Σ w²` of one parameter, by hand: `m`, `v` and the step as in the paper's algorithm 1.
    @Test
    void stepsAsThePaperSays() {
        try (Scope _ = Scope.open()) {
            Tensor w = Tensor.of(new float[] {0.3f, -0.2f}, 2);
            Adam adam = new Adam(Map.of("w", w), 0.9, 0.99);
            double[] x = {0.3, -0.2};
            double[] m = new double[2];
            double[] v = new double[2];
            for (int t = 1; t <= 3; t++) {
                adam.clear();
                w.square().sum().backward();
                adam.step(0.01, 100, 0.9);
                for (int i = 0; i < 2; i++) {
                    double g = 2 * x[i];
                    m[i] = 0.9 * m[i] + 0.1 * g;
                    v[i] = 0.99 * v[i] + 0.01 * g * g;
                    x[i] -= 0.01 * (m[i] / (1 - Math.pow(0.9, t))) / (Math.sqrt(v[i] / (1 - Math.pow(0.99, t))) + 1e-8);
                }
                assertArrayEquals(new float[] {(float) x[0], (float) x[1]}, w.toArray(), 1e-6f);
            }
        }
    }

    @Test
    void shortensALongGradientAndReportsItsLength() {
        try (Scope _ = Scope.open()) {
            Tensor w = Tensor.of(new float[] {30, 40}, 2);
            Adam adam = new Adam(Map.of("w", w), 0.9, 0.99);
            w.square().sum().times(0.5).backward();
            assertEquals(50, adam.step(0.01, 1, 0.9), 1e-3);
            assertArrayEquals(
                    new float[] {0.06f, 0.08f}, adam.state().get("first").toArray(), 1e-5f);
        }
    }

    @Test
    void swapsInItsAveragesAndBack() {
        try (Scope _ = Scope.open()) {
            Tensor w = Tensor.of(new float[] {1}, 1);
            Adam adam = new Adam(Map.of("w", w), 0.9, 0.99);
            for (int i = 0; i < 20; i++) {
                adam.clear();
                w.square().sum().backward();
                adam.step(0.01, 1, 0.99);
            }
            float now = w.toArray()[0];
            float average = adam.averages().get("w").toArray()[0];
            float[] seen = new float[1];
            adam.withAverages(() -> seen[0] = w.toArray()[0]);
            assertEquals(average, seen[0]);
            assertEquals(now, w.toArray()[0]);
            org.junit.jupiter.api.Assertions.assertTrue(average > now, "the average lags behind");
        }
    }
}
