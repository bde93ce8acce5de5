package dev.tintype.restore.denoise;

import org.junit.jupiter.api.Test;

class FilmGrainTest {
    @Test
    void restoresAsWellAsTheBestKnown() {
        ClassicalBench.assertRestores("camera__grain12", 32.3, new FilmGrain(12 / 255.0, 0.8, 0.35)); // best peer 31.58
    }
}
