package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarkEvidenceTest {
    private static final Size SIZE = new Size(240, 200);
    private static final int LINE = 120; // column of a scratch

    @Test
    void whatCrossesLightAndDarkInOneToneIsSurer() {
        Samples probabilities = doubt();
        MarkEvidence.weigh(scan(true), List.of(probabilities));
        for (int row = 20; row < 180; row++) {
            assertTrue(probabilities.raw(0, row, LINE) > 200, "row " + row);
            assertEquals(64, probabilities.raw(0, row, LINE + 20));
        }
    }

    @Test
    void nothingChangesOnASoundPhoto() {
        Samples probabilities = doubt();
        MarkEvidence.weigh(scan(false), List.of(probabilities));
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 0; column < SIZE.width(); column++) {
                assertEquals(64, probabilities.raw(0, row, column));
            }
        }
    }

    private static Samples doubt() {
        Samples probabilities = new Samples(SIZE, 1, Depth.BITS_8);
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 0; column < SIZE.width(); column++) {
                probabilities.put(0, row, column, 64);
            }
        }
        return probabilities;
    }

    /// Hills of light and dark with some grain, and a bright line over all of them.
    private static Samples scan(boolean scratched) {
        Random random = new Random(5);
        Samples scan = new Samples(SIZE, 1, Depth.BITS_8);
        scan.put(0, 0, new Photo(List.of(Plane.of(SIZE, (row, column) -> {
            double ground = 0.4 + 0.25 * Math.sin(row / 17.0) + 0.08 * Math.cos(column / 23.0);
            boolean line = scratched && Math.abs(column - LINE) <= 1;
            return (float) (line ? 0.96 : ground + 0.004 * random.nextGaussian());
        }))));
        return scan;
    }
}
