package dev.tintype.restore.denoise;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Size;
import org.junit.jupiter.api.Test;

class WaveletShrinkageTest {
    @Test
    void keepsItsPromises() {
        StageContract.assertKept(new WaveletShrinkage(0.1, 4));
        StageContract.assertNothing(new WaveletShrinkage(0, 4));
        assertThrows(IllegalArgumentException.class, () -> new WaveletShrinkage(Double.NaN, 4));
        assertThrows(IllegalArgumentException.class, () -> new WaveletShrinkage(0.1, 7));
    }

    @Test
    void tilesMeet() {
        StageContract.assertTilesMeet(new WaveletShrinkage(0.1, 4));
    }

    @Test
    void givesBackWhatItTookApart() {
        Photo photo = StageContract.noisy(new Size(61, 47), 3, 0.1);
        assertTrue(ClassicalBench.difference(photo, new WaveletShrinkage(1e-7, 5).apply(photo)) < 1e-5);
    }

    @Test
    void restoresAsWellAsTheBestOfItsKind() {
        ClassicalBench.assertRestores("camera__gauss25", 29.1, new WaveletShrinkage(25 / 255.0, 4)); // best peer 28.25
        ClassicalBench.assertRestores("astronaut__gauss25", 30.9, new WaveletShrinkage(25 / 255.0, 4));
    }
}
