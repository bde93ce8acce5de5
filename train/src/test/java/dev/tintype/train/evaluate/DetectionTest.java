package dev.tintype.train.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import org.junit.jupiter.api.Test;

class DetectionTest {
    private static Samples mask(int... columns) {
        Samples mask = new Samples(new Size(40, 10), 1, Depth.BITS_8);
        for (int column : columns) {
            for (int row = 0; row < 10; row++) {
                mask.put(0, row, column, 255);
            }
        }
        return mask;
    }

    @Test
    void forgivesTwoPixels() {
        assertEquals(1, Detection.of(mask(12), mask(10)).f1());
        assertEquals(0, Detection.of(mask(13), mask(10)).f1());
    }

    @Test
    void countsWhatIsMissedAndWhatIsInvented() {
        Detection detection = Detection.of(mask(10, 30), mask(10, 20, 21, 22));
        assertEquals(0.5, detection.precision());
        assertEquals(0.25, detection.recall());
        assertEquals(1.0 / 3, detection.f1(), 1e-9);
    }

    @Test
    void averagesThePrecisionOverWhatIsSurerAndLessSure() {
        Samples found = mask(10, 30);
        for (int row = 0; row < 10; row++) {
            found.put(0, row, 30, 200); // a false alarm, less sure than the right one
            found.put(0, row, 20, 100); // too unsure for the mask, but right
        }

        Detection detection = Detection.of(found, mask(10, 20));

        assertEquals(0.5, detection.recall());
        assertEquals(0.5 * 1 + 0.5 * 2 / 3, detection.averagePrecision(), 1e-9);
    }

    @Test
    void isPerfectWhereNothingIsDamagedAndNothingFound() {
        assertEquals(1, Detection.of(mask(), mask()).f1());
        assertEquals(1, Detection.of(mask(), mask()).averagePrecision());
        assertEquals(0, Detection.of(mask(10), mask()).averagePrecision());
    }
}
