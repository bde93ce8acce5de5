package dev.tintype.restore.denoise;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FilmGrainTest {
    @Test
    void keepsItsPromises() {
        StageContract.assertKept(new FilmGrain(0.05, 0.8, 0.35));
        StageContract.assertNothing(new FilmGrain(0, 0.8, 0.35));
        assertThrows(IllegalArgumentException.class, () -> new FilmGrain(Double.NaN, 0.8, 0.35));
        assertThrows(IllegalArgumentException.class, () -> new FilmGrain(0.05, 5, 0.35));
    }

    @Test
    void restoresAsWellAsTheBestKnown() {
        ClassicalBench.assertRestores("camera__grain12", 32.3, new FilmGrain(12 / 255.0, 0.8, 0.35)); // best peer 31.58
    }
}
