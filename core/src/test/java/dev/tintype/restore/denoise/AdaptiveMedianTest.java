package dev.tintype.restore.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdaptiveMedianTest {
    private static final AdaptiveMedian USUAL = new AdaptiveMedian(3, 0);

    @Test
    void changesNothingThatIsNeitherBlackNorWhite() {
        Photo noisy = ClassicalBench.photo("camera__sp20");
        float[] before = noisy.planes().getFirst().toArray();
        float[] after = USUAL.apply(noisy).planes().getFirst().toArray();
        int changed = 0;
        for (int i = 0; i < before.length; i++) {
            if (before[i] > 0 && before[i] < 1) {
                assertEquals(before[i], after[i]);
            } else if (before[i] != after[i]) {
                changed++;
            }
        }
        assertTrue(changed > 0.18 * before.length);
    }

    @Test
    void leavesWhitePartsOfThePictureButTheirCorners() {
        Photo window = new Photo(
                List.of(Plane.of(new Size(40, 40), (row, column) -> row > 10 && row < 30 && column > 20 ? 1 : 0.4f)));
        float[] before = window.planes().getFirst().toArray();
        float[] after = USUAL.apply(window).planes().getFirst().toArray();
        int changed = 0;
        for (int i = 0; i < before.length; i++) {
            changed += before[i] == after[i] ? 0 : 1;
        }
        assertTrue(changed <= 2 * 3, changed + " samples of two corners");
    }

    @Test
    void restoresBetterThanAMedian() {
        ClassicalBench.assertRestores("camera__sp05", 41.7, USUAL); // best peer 30.12
        ClassicalBench.assertRestores("camera__sp20", 35.0, USUAL); // 27.12
        ClassicalBench.assertRestores("astronaut__sp20", 34.7, USUAL); // 27.01
    }
}
