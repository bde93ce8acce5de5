package dev.tintype.restore.tone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GuidedFilterTest {
    private static final Size SIZE = new Size(60, 40);

    @Test
    void keepsAnEdgeAndSmoothsNoise() {
        Random random = new Random(1);
        Plane noisy =
                Plane.of(SIZE, (_, column) -> (column < 30 ? 0.2f : 0.8f) + 0.01f * (float) random.nextGaussian());
        Plane smooth = new GuidedFilter(4, 0.1).apply(noisy);
        for (int row = 10; row < 30; row++) {
            assertEquals(0.2f, smooth.at(row, 27), 0.03f);
            assertEquals(0.8f, smooth.at(row, 32), 0.03f);
            assertEquals(0.2f, smooth.at(row, 10), 0.006f);
        }
    }

    @Test
    void leavesAnEvenPlane() {
        Plane even = Plane.of(SIZE, (_, _) -> 0.4f);
        assertEquals(0.4f, new GuidedFilter(50, 0.1).apply(even).at(5, 5), 1e-6f);
    }
}
