package dev.tintype.train.synthesize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import org.junit.jupiter.api.Test;

class ConvolutionTest {
    @Test
    void sharpeningLeavesSeamsAlongAnEdgeAndNothingElse() {
        Plane edge = Plane.of(new Size(40, 20), (_, column) -> column < 20 ? 0.3f : 0.7f);
        Plane sharp = Convolution.sharpened(edge, 1, 0.8);
        assertTrue(sharp.at(10, 19) < 0.22, "a dark seam, " + sharp.at(10, 19));
        assertTrue(sharp.at(10, 20) > 0.78, "a bright seam, " + sharp.at(10, 20));
        assertEquals(0.3, sharp.at(10, 5), 1e-5);
        assertEquals(0.7, sharp.at(10, 35), 1e-5);
    }
}
