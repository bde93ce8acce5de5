package dev.tintype.restore.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogBm3dTest {
    @Test
    void findsTheMeanOfSpeckle() {
        Random random = new Random(1);
        Size size = new Size(120, 120);
        for (double light : new double[] {0.02, 0.3, 0.8}) {
            Plane noisy = Plane.of(size, (_, _) -> (float) Math.clamp(light * (1 + 0.2 * random.nextGaussian()), 0, 1));
            Photo result = new LogBm3d(0.2).apply(new Photo(List.of(noisy)));
            double sum = 0;
            for (float x : result.planes().getFirst().toArray()) {
                sum += x;
            }
            assertEquals(light, sum / size.area(), 0.03 * light);
        }
    }

    @Test
    void restoresBetterThanTheBestKnown() {
        ClassicalBench.assertRestores("camera__speckle04", 29.4, new LogBm3d(0.2)); // best peer 27.81
    }
}
