package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.nn.official.face.Similarity;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import org.junit.jupiter.api.Test;

class MeanWarpTest {
    private static final Size SIZE = new Size(24, 16);
    private static final Plane STRIPES = Plane.of(SIZE, (row, column) -> column % 2 == 0 ? 0.25f : 0.75f);

    @Test
    void changesNothingWithoutMoving() {
        MeanWarp still = new MeanWarp(new Similarity(1, 0, 0, 0), SIZE);
        assertArrayEquals(STRIPES.toArray(), still.apply(STRIPES).toArray(), 1e-6f);
    }

    @Test
    void takesTheMeanWhereItMakesSmaller() {
        Plane small = new MeanWarp(new Similarity(4, 0, 1.5, 1.5), new Size(6, 4)).apply(STRIPES);
        for (float sample : small.toArray()) {
            assertEquals(0.5f, sample, 0.04f);
        }
    }

    @Test
    void turnsByAQuarter() {
        Plane ramp = Plane.of(SIZE, (row, column) -> 0.02f * column + 0.01f * row);
        Plane turned = new MeanWarp(new Similarity(0, 1, 15, 0), new Size(16, 16)).apply(ramp);
        assertEquals(ramp.at(3, 15 - 5), turned.at(5, 3), 1e-6f); // row from column, column from the other end
    }

    @Test
    void takesScansInAnyDepth() {
        for (Depth depth : Depth.values()) {
            Samples scan = new Samples(SIZE, 1, depth);
            scan.put(0, 2, 3, depth.white());
            Plane same =
                    new MeanWarp(new Similarity(1, 0, 0, 0), SIZE).apply(scan).luminance();
            assertEquals(1, same.at(2, 3), 1e-6f);
            assertEquals(0, same.at(2, 4), 1e-6f);
        }
    }
}
