package dev.tintype.restore.deblur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ShrinkageTest {
    @Test
    void findsTheLeastCost() {
        for (double beta : new double[] {1, 8, 64, 181}) {
            Shrinkage shrinkage = new Shrinkage(beta);
            for (double v = -1.5; v <= 1.5; v += 0.013) {
                double best = Double.MAX_VALUE;
                for (double w = -1.5; w <= 1.5; w += 0.001) {
                    best = Math.min(best, cost(w, v, beta));
                }
                assertTrue(cost(shrinkage.at((float) v), v, beta) < best + 2e-3, beta + " " + v);
            }
        }
    }

    private static double cost(double w, double v, double beta) {
        return Math.pow(Math.abs(w), 2 / 3.0) + beta / 2 * (w - v) * (w - v);
    }

    @Test
    void leavesLargeGradientsAndErasesSmallOnes() {
        assertEquals(-5, new Shrinkage(256).at(-5), 0.01);
        assertEquals(0, new Shrinkage(256).at(0.02f));
    }
}
