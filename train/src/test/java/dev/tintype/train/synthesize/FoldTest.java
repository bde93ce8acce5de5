package dev.tintype.train.synthesize;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Plane;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FoldTest {
    private static final int SIDE = 96;

    @Test
    void isThinAndThroughThePhoto() {
        for (long seed = 0; seed < 50; seed++) {
            Fold fold = Fold.draw(SIDE, new Recipe(new Random(seed)));
            int covered = 0;
            for (float x : fold.ridge().toArray()) {
                covered += x > 0.1 ? 1 : 0;
            }
            assertTrue(covered > 0 && covered < 5 * 1.5 * SIDE, "seed " + seed + ": " + covered + " pixels");
        }
    }

    @Test
    void shadowLiesBesideTheRidge() {
        for (long seed = 0; seed < 50; seed++) {
            Fold fold = Fold.draw(SIDE, new Recipe(new Random(seed)));
            double both = overlap(fold.ridge(), fold.shadow());
            double apart = Math.sqrt(overlap(fold.ridge(), fold.ridge()) * overlap(fold.shadow(), fold.shadow()));
            assertTrue(both < 0.9 * apart, "seed " + seed + ": they overlap by " + both / apart);
            assertTrue(both > 0, "seed " + seed + ": the shadow is far off");
        }
    }

    private static double overlap(Plane one, Plane other) {
        double sum = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                sum += one.at(row, column) * other.at(row, column);
            }
        }
        return sum;
    }
}
