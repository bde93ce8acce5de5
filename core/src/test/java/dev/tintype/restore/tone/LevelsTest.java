package dev.tintype.restore.tone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tintype.photo.Photo;
import org.junit.jupiter.api.Test;

class LevelsTest {
    @Test
    void stretchesEachChannel() {
        Photo stretched = new Levels(0.2, 0.7, 0, 1, 0, 1, false).apply(TonePhotos.colourful());
        float before = TonePhotos.colourful().planes().get(0).at(3, 4);
        assertEquals(
                Math.clamp((before - 0.2f) / 0.5f, 0, 1),
                stretched.planes().get(0).at(3, 4),
                1e-5f);
        assertEquals(
                TonePhotos.colourful().planes().get(1).at(3, 4),
                stretched.planes().get(1).at(3, 4),
                1e-6f);
    }

    @Test
    void keepsTheHueOfWhatIsTinted() {
        Photo stretched = Levels.joint(0.1, 0.8, true).apply(TonePhotos.sepia());
        double before = TonePhotos.mean(TonePhotos.sepia(), 0) / TonePhotos.mean(TonePhotos.sepia(), 2);
        assertEquals(before, TonePhotos.mean(stretched, 0) / TonePhotos.mean(stretched, 2), 0.02);
    }

    @Test
    void refusesBlackAboveWhiteAndNoNumber() {
        assertThrows(IllegalArgumentException.class, () -> Levels.joint(0.6, 0.5, false));
        assertThrows(IllegalArgumentException.class, () -> Levels.joint(Double.NaN, 0.5, false));
    }
}
