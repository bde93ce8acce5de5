package dev.tintype.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SlicedWassersteinTest {
    private static final SlicedWasserstein METRIC = new SlicedWasserstein(4, 1);

    /// Points around nought in five dimensions.
    private static float[] cloud(int points, double sigma, long seed) {
        Random random = new Random(seed);
        float[] cloud = new float[5 * points];
        for (int i = 0; i < cloud.length; i++) {
            cloud[i] = (float) (sigma * random.nextGaussian());
        }
        return cloud;
    }

    @Test
    void aCloudThatIsMovedIsAsFarAwayAsItWasMoved() {
        float[] here = cloud(200, 1, 1);
        float[] there = here.clone();
        for (int i = 0; i < there.length; i += 5) {
            there[i] += 3;
            there[i + 4] -= 4;
        }
        assertEquals(5, METRIC.distance(here, there, 5), 1e-5);
        assertEquals(0, METRIC.distance(here, here, 5));
    }

    @Test
    void theOrderOfPointsDoesNotMatter() {
        float[] here = cloud(50, 1, 1);
        float[] turned = new float[here.length];
        for (int i = 0; i < here.length; i++) {
            turned[here.length - 5 - i / 5 * 5 + i % 5] = here[i];
        }
        assertEquals(0, METRIC.distance(here, turned, 5), 1e-9);
    }

    /// Between normal clouds of standard deviations 1 and 3 each of the five axes has W₂ = 2.
    @Test
    void knowsHowMuchWiderOneOfTwoNormalCloudsIs() {
        double distance = METRIC.distance(cloud(20_000, 1, 1), cloud(20_000, 3, 2), 5);
        assertEquals(2 * Math.sqrt(5), distance, 0.05);
    }

    @Test
    void refusesCloudsOfDifferentSize() {
        assertThrows(IllegalArgumentException.class, () -> METRIC.distance(new float[10], new float[5], 5));
    }
}
