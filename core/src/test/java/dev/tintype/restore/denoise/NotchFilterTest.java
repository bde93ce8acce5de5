package dev.tintype.restore.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotchFilterTest {
    private static final NotchFilter USUAL = new NotchFilter(12, 200, 0.8);

    @Test
    void takesTwoWavesOffARamp() {
        Size size = new Size(150, 131);
        Plane ramp = Plane.of(size, (row, column) -> 0.3f + 0.001f * row + 0.001f * column);
        Photo waves = new Photo(List.of(Plane.of(
                size,
                (row, column) -> ramp.at(row, column)
                        + 0.05f * (float) Math.sin(0.9 * row + 0.31 * column)
                        + 0.03f * (float) Math.cos(-0.4 * row + 1.1 * column))));
        assertTrue(ClassicalBench.difference(new Photo(List.of(ramp)), USUAL.apply(waves)) < 0.01);
    }

    private static final Size SIZE = new Size(240, 240);

    /// Blinds before a lamp that is clipped: they repeat, but not all over the photo.
    private static final Plane BLINDS = Plane.of(SIZE, (row, column) -> {
        double lamp = Math.exp(-Math.hypot(row - 60, column - 150) / 30);
        double blinds = row + column > 240 ? 0.2 * Math.sin(0.4 * row + 0.3 * column) : 0;
        return (float) Math.clamp(0.3 + blinds + lamp, 0, 1);
    });

    @Test
    void leavesWhatThePictureItselfRepeats() {
        Photo blinds = new Photo(List.of(BLINDS));
        assertEquals(0, ClassicalBench.difference(blinds, USUAL.apply(blinds)));
        NotchFilter anything = new NotchFilter(12, 200, 0);
        double taken = ClassicalBench.difference(blinds, anything.apply(blinds));
        assertTrue(taken > 0.05, () -> taken + " is taken");
    }

    @Test
    void takesAWaveOffAPictureOfStrongContrast() {
        Plane wave = Plane.of(SIZE, (row, column) -> 0.04f * (float) Math.sin(0.9 * row + 0.31 * column));
        Plane waved =
                Plane.of(SIZE, (row, column) -> Math.clamp(BLINDS.at(row, column) + wave.at(row, column), 0f, 1f));
        Plane rest = USUAL.apply(new Photo(List.of(waved))).planes().getFirst();
        double left = distance(BLINDS, rest);
        assertTrue(left < 0.005, () -> left + " is left of " + distance(BLINDS, waved));
    }

    /// Root of the mean square.
    private static double distance(Plane one, Plane other) {
        double sum = 0;
        for (int i = 0; i < SIZE.area(); i++) {
            int row = i / SIZE.width();
            int column = i % SIZE.width();
            sum += Math.pow(one.at(row, column) - other.at(row, column), 2);
        }
        return Math.sqrt(sum / SIZE.area());
    }

    @Test
    void takesOffEverySecondLine() {
        Size size = new Size(100, 90);
        Photo lines = new Photo(List.of(Plane.of(size, (row, _) -> row % 2 == 0 ? 0.45f : 0.55f)));
        Photo flat = new Photo(List.of(Plane.of(size, (_, _) -> 0.5f)));
        assertTrue(ClassicalBench.difference(flat, USUAL.apply(lines)) < 0.01);
    }

    @Test
    void leavesPhotosWithoutWavesBitForBit() {
        for (String name : List.of("ref/camera", "ref/astronaut", "camera__gauss25", "camera__jpeg10")) {
            Photo photo = ClassicalBench.photo(name);
            assertEquals(0, ClassicalBench.difference(photo, USUAL.apply(photo)), name);
        }
    }

    @Test
    void restoresBetterThanTheBestKnown() {
        ClassicalBench.assertRestores("camera__periodic", 44, USUAL); // best peer 39.95
    }
}
