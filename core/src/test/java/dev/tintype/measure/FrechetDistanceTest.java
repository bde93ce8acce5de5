package dev.tintype.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FrechetDistanceTest {
    private static double[][] cloud(int count, int dimensions, long seed) {
        Random random = new Random(seed);
        double[][] points = new double[count][dimensions];
        for (double[] point : points) {
            for (int i = 0; i < dimensions; i++) {
                point[i] = random.nextGaussian();
            }
        }
        return points;
    }

    @Test
    void isTheSquareOfTheWayBetweenMeansAndDeviationsInOneDimension() {
        double[][] one = {{1}, {3}}; // mean 2, variance 2
        double[][] other = {{0}, {6}, {12}}; // mean 6, variance 36
        double deviations = 6 - Math.sqrt(2);
        assertEquals(4 * 4 + deviations * deviations, FrechetDistance.of(one, other), 1e-9);
    }

    @Test
    void isNothingFromACloudToItselfAlsoWithFewerPointsThanDimensions() {
        double[][] cloud = cloud(5, 40, 1);
        assertEquals(0, FrechetDistance.of(cloud, cloud), 1e-9);
    }

    /// The values of `numpy` and `scipy.linalg.sqrtm` for these points.
    @Test
    void agreesWithTheRootOfTheProductOfCovariances() {
        double[][] one = {{0, 0}, {1, 0.5}, {2, 2}, {3, 1}};
        double[][] other = {{1, 1}, {-1, 2}, {0, 4}, {2, -1}, {4, 0}};
        assertEquals(3.8688070851054297, FrechetDistance.of(one, other), 1e-9);
    }

    @Test
    void needsTwoPointsOnEachSide() {
        assertThrows(IllegalArgumentException.class, () -> FrechetDistance.of(cloud(1, 3, 1), cloud(4, 3, 2)));
    }
}
