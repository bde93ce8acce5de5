package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import org.junit.jupiter.api.Test;

class MarkColoursTest {
    private static final Size SIZE = new Size(60, 40);

    /// A grey ramp with a pink line in row 20 that is sure in its left half only.
    private static Samples scan(Depth depth) {
        Samples scan = new Samples(SIZE, 3, depth);
        float scale = depth.white() / 255;
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 0; column < SIZE.width(); column++) {
                boolean line = row == 20 || row == 21;
                float grey = 40 + 3 * column;
                scan.put(0, row, column, scale * (line ? 250 : grey));
                scan.put(1, row, column, scale * (line ? 222 : grey));
                scan.put(2, row, column, scale * (line ? 215 : grey));
            }
        }
        return scan;
    }

    private static Samples probabilities(int sure) {
        Samples found = new Samples(SIZE, 1, Depth.BITS_8);
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 0; column < SIZE.width(); column++) {
                boolean line = row == 20 || row == 21;
                found.put(0, row, column, line ? column < sure ? 240 : 30 : 3);
            }
        }
        return found;
    }

    @Test
    void whatHasTheColourOfSureMarksIsLikelier() {
        for (Depth depth : new Depth[] {Depth.BITS_8, Depth.BITS_16}) {
            Samples scan = scan(depth);
            MarkColours colours = MarkColours.of(scan, probabilities(30));
            assertTrue(colours.weigh(scan, 20, 50, 30 / 255f) > 0.8, "the doubtful half of the line");
            assertTrue(colours.weigh(scan, 20, 10, 0.94f) > 0.94, "its sure half");
            assertTrue(colours.weigh(scan, 5, 50, 3 / 255f) < 0.02, "the ramp");
        }
    }

    @Test
    void aFewPixelsSayNothing() {
        Samples scan = scan(Depth.BITS_8);
        MarkColours colours = MarkColours.of(scan, probabilities(10));
        assertEquals(30 / 255f, colours.weigh(scan, 20, 50, 30 / 255f), 0.002);
    }

    @Test
    void greyScansHaveTonesInsteadOfColours() {
        Samples scan = new Samples(SIZE, 1, Depth.BITS_8);
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 0; column < SIZE.width(); column++) {
                scan.put(0, row, column, row == 20 || row == 21 ? 250 : 40 + 2 * column);
            }
        }
        MarkColours colours = MarkColours.of(scan, probabilities(30));
        float doubtful = colours.weigh(scan, 20, 50, 30 / 255f);
        assertTrue(doubtful > 0.4 && doubtful < 0.8, "raised by half of what a colour would, to " + doubtful);
        assertTrue(colours.weigh(scan, 5, 50, 3 / 255f) < 0.02);
    }
}
