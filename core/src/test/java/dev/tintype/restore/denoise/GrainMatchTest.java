package dev.tintype.restore.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrainMatchTest {
    private static final Photo FLAT = new Photo(List.of(Plane.of(new Size(400, 300), (_, _) -> 0.5f)));

    @Test
    void hasTheStrengthAndTheSmoothnessThatWereAskedFor() {
        for (double radius : new double[] {0, 0.8, 2}) {
            Plane grain =
                    new GrainMatch(0.05, radius, 0.35, 5).apply(FLAT).planes().getFirst();
            assertEquals(0.05, Math.sqrt(product(grain, 0)), 0.002);
            double neighbours = radius > 0 ? Math.exp(-1 / (4 * radius * radius)) : 0;
            assertEquals(neighbours, product(grain, 1) / product(grain, 0), 0.03);
        }
    }

    private static double product(Plane plane, int apart) {
        double sum = 0;
        for (int row = 0; row < 300; row++) {
            for (int column = 0; column < 390; column++) {
                sum += (plane.at(row, column) - 0.5) * (plane.at(row, column + apart) - 0.5);
            }
        }
        return sum / 390 / 300;
    }

    @Test
    void changesWithTheSeed() {
        Photo one = new GrainMatch(0.05, 0.8, 0.35, 1).apply(FLAT);
        assertTrue(ClassicalBench.difference(one, new GrainMatch(0.05, 0.8, 0.35, 2).apply(FLAT)) > 0.1);
    }
}
