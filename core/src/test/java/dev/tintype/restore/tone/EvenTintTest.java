package dev.tintype.restore.tone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvenTintTest {
    private static final EvenTint USUAL = new EvenTint(1);

    @Test
    void takesAYellowStainOff() {
        Photo sepia = TonePhotos.sepia();
        Plane blue = sepia.planes().get(2);
        Photo stained = new Photo(List.of(
                sepia.planes().get(0),
                sepia.planes().get(1),
                Plane.of(sepia.size(), (row, column) -> blue.at(row, column) * (stain(row, column) ? 0.8f : 1))));
        Plane after = USUAL.apply(stained).planes().get(2);
        double error = 0;
        double before = 0;
        for (int row = 30; row < 50; row++) {
            for (int column = 30; column < 50; column++) {
                error += Math.abs(after.at(row, column) - blue.at(row, column));
                before += Math.abs(stained.planes().get(2).at(row, column) - blue.at(row, column));
            }
        }
        assertEquals(0, error / before, 0.4);
    }

    private static boolean stain(int row, int column) {
        return row >= 30 && row < 50 && column >= 30 && column < 50;
    }

    @Test
    void leavesColoursAsTheyAre() {
        Photo colourful = TonePhotos.colourful();
        assertSame(colourful, USUAL.apply(colourful));
    }
}
