package dev.tintype.restore.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotchFilterTest {
    private static final NotchFilter USUAL = new NotchFilter(12, 200);

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
