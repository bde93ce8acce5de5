package dev.tintype.restore.denoise;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeblockingTest {
    @Test
    void smoothsTheStepsBetweenBlocks() {
        Photo steps =
                new Photo(List.of(Plane.of(new Size(64, 64), (_, column) -> 0.3f + 0.02f * Math.floorDiv(column, 8))));
        Plane result = new Deblocking(10, true).apply(steps).planes().getFirst();
        assertTrue(result.at(30, 32) - result.at(30, 31) < 0.015);
    }

    @Test
    void restoresAsWellAsTheBestKnown() {
        ClassicalBench.assertRestores("camera__jpeg10", 29.18, new Deblocking(10, true)); // best peer 29.09
        ClassicalBench.assertRestores("camera__jpeg30", 31.83, new Deblocking(30, true)); // 31.72
        ClassicalBench.assertRestores("astronaut__jpeg10", 27.97, new Deblocking(10, true)); // 27.79
    }
}
