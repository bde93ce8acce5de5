package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class DarkMarksTest {
    private static final Size SIZE = new Size(60, 50);

    private static Plane line(float tone) {
        return Plane.of(SIZE, (row, _) -> row == 25 ? tone : 0.5f);
    }

    @Test
    void aDarkLineMustBeSurerThanABrightOne() {
        Plane likely = Plane.of(SIZE, (row, _) -> row == 25 ? 0.9f : 0);
        Plane bright = DarkMarks.doubted(likely, new Photo(List.of(line(0.9f))));
        assertEquals(0.9f, bright.at(25, 30));
        Plane dark = DarkMarks.doubted(likely, new Photo(List.of(line(0.1f), line(0.1f), line(0.1f))));
        assertTrue(dark.at(25, 30) < 0.2, "a dark line: " + dark.at(25, 30));
    }

    @Test
    void whatIsSurelyDirtStaysFound() {
        Plane sure = Plane.of(SIZE, (row, _) -> row == 25 ? 1 : 0);
        assertTrue(DarkMarks.doubted(sure, new Photo(List.of(line(0.1f)))).at(25, 30) > 0.8);
    }

    /// A photo with a dark line that is likely as a mark, and bright marks over some of its rows, all sure.
    private static float besideBrightRows(int rows) {
        Plane photo = Plane.of(SIZE, (row, _) -> row == 25 ? 0.1f : row < 2 * rows && row % 2 == 0 ? 0.9f : 0.5f);
        Plane found = Plane.of(SIZE, (row, _) -> row == 25 ? 0.2f : row < 2 * rows && row % 2 == 0 ? 1 : 0);
        Samples scan = samples(photo);
        Samples probabilities = samples(found);
        DarkMarks.relieve(scan, probabilities);
        assertEquals(rows > 0 ? 1 : 0, probabilities.photo().planes().getFirst().at(0, 30), 0.01);
        return probabilities.photo().planes().getFirst().at(25, 30);
    }

    private static Samples samples(Plane plane) {
        Samples samples = new Samples(SIZE, 1, Samples.Depth.BITS_8);
        samples.put(0, 0, new Photo(List.of(plane)));
        return samples;
    }

    @Test
    void whereBrightMarksArePlentyADarkOneIsLikelyToo() {
        assertEquals(0.2, besideBrightRows(0), 0.01);
        assertTrue(besideBrightRows(1) > 0.5);
        assertEquals(besideBrightRows(1), besideBrightRows(5), 0.01);
    }
}
