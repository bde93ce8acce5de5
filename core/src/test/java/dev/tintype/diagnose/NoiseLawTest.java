package dev.tintype.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NoiseLawTest {
    @Test
    void expectsWhatClippedNoiseHas() {
        Random random = new Random(4);
        for (NoiseLaw law : NoiseLaw.values()) {
            for (double x : new double[] {0.1, 0.5, 0.95}) {
                double sum = 0;
                double squares = 0;
                int count = 100_000;
                for (int i = 0; i < count; i++) {
                    double noisy = x + law.sigma(0.12, x) * random.nextGaussian();
                    double seen = law == NoiseLaw.FLAT ? Math.clamp(noisy, 0, 1) : Math.min(1, noisy);
                    sum += seen;
                    squares += seen * seen;
                }
                double mean = sum / count;
                double variance = squares / count - mean * mean;
                assertEquals(variance, law.curve(0.12).variance(mean), 0.03 * variance, law + " at " + x);
            }
        }
    }
}
