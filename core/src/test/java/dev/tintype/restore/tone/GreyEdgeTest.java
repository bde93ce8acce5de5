package dev.tintype.restore.tone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import org.junit.jupiter.api.Test;

class GreyEdgeTest {
    private static final GreyEdge USUAL = new GreyEdge(1);

    @Test
    void takesACastBack() {
        Photo cast = new Gains(0.95, 0.9, 0.75).apply(muted());
        Gains gains = USUAL.measure(cast);
        assertTrue(gains.blue() > gains.red() + 0.05 && gains.green() < gains.blue(), gains.toString());
    }

    /// A little colour on grey.
    private static Photo muted() {
        Plane grey = TonePhotos.grey().planes().getFirst();
        return TonePhotos.colourful()
                .map(plane -> Plane.of(
                        plane.size(), (row, column) -> 0.75f * grey.at(row, column) + 0.25f * plane.at(row, column)));
    }

    @Test
    void leavesSepiaAsItIs() {
        assertEquals(new Gains(1, 1, 1), USUAL.measure(TonePhotos.sepia()));
    }
}
