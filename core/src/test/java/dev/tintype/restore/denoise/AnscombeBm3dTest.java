package dev.tintype.restore.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnscombeBm3dTest {
    @Test
    void findsTheMeanOfFewPhotons() {
        Random random = new Random(1);
        Size size = new Size(120, 120);
        for (double light : new double[] {0.05, 0.3, 0.9}) {
            Plane photons = Plane.of(size, (_, _) -> Math.min(1, poisson(random, 20 * light) / 20f));
            Photo result = new AnscombeBm3d(20).apply(new Photo(List.of(photons)));
            double sum = 0;
            for (float x : result.planes().getFirst().toArray()) {
                sum += x;
            }
            assertEquals(light, sum / size.area(), 0.015);
        }
    }

    private static int poisson(Random random, double mean) {
        int count = -1;
        for (double product = 1; product > Math.exp(-mean); product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    @Test
    void restoresBetterThanTheBestKnown() {
        ClassicalBench.assertRestores("camera__poisson30", 29.0, new AnscombeBm3d(30)); // best peer 29.01
    }
}
