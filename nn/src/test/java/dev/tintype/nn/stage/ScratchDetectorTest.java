package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScratchDetectorTest {
    private static final Size SIZE = new Size(60, 50);

    private static Plane line(float tone) {
        return Plane.of(SIZE, (row, _) -> row == 25 ? tone : 0.5f);
    }

    @Test
    void aDarkLineMustBeSurerThanABrightOne() {
        Plane likely = Plane.of(SIZE, (row, _) -> row == 25 ? 0.9f : 0);
        Plane bright = ScratchDetector.cautious(likely, new Photo(List.of(line(0.9f))));
        assertEquals(0.9f, bright.at(25, 30));
        Plane dark = ScratchDetector.cautious(likely, new Photo(List.of(line(0.1f), line(0.1f), line(0.1f))));
        assertTrue(dark.at(25, 30) < 0.2, "a dark line: " + dark.at(25, 30));
    }

    @Test
    void whatIsSurelyDirtStaysFound() {
        Plane sure = Plane.of(SIZE, (row, _) -> row == 25 ? 1 : 0);
        assertTrue(
                ScratchDetector.cautious(sure, new Photo(List.of(line(0.1f)))).at(25, 30) > 0.8);
    }
}
