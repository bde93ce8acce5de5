package dev.tintype.restore.tone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.measure.Psnr;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import java.util.List;
import org.junit.jupiter.api.Test;

class AutoLevelsTest {
    private static final AutoLevels USUAL = new AutoLevels(1, 0.5, 99.5);

    @Test
    void keepsThePromisesOfTones() {
        TonePhotos.checkPromises(USUAL);
    }

    @Test
    void takesFadingBack() {
        Photo faded = TonePhotos.faded(TonePhotos.colourful(), x -> 0.2 + 0.5 * x);
        double before = new Psnr().score(faded, TonePhotos.colourful());
        double after = new Psnr().score(USUAL.apply(faded), TonePhotos.colourful());
        assertTrue(after > before + 6, before + " dB, then " + after);
    }

    @Test
    void hardlyChangesWhatHasItsBlackAndWhite() {
        assertTrue(new Psnr().score(USUAL.apply(TonePhotos.colourful()), TonePhotos.colourful()) > 35);
    }

    @Test
    void leavesFogAFog() {
        Photo fog = TonePhotos.faded(TonePhotos.colourful(), x -> 0.6 + 0.1 * x);
        List<Plane> planes = USUAL.apply(fog).planes();
        double spread = Colours.percentile(planes, 0.99) - Colours.percentile(planes, 0.01);
        assertTrue(spread < 0.25, "a spread of " + spread);
    }

    @Test
    void keepsSepia() {
        Levels levels = USUAL.measure(TonePhotos.sepia());
        assertTrue(levels.tinted());
        assertEquals(levels.redBlack(), levels.blueBlack());
        assertTrue(levels.redBlack() > 0.05 && levels.redWhite() < 0.9, levels.toString());
    }

    @Test
    void noStrengthIsNoChange() {
        assertEquals(
                TonePhotos.mean(TonePhotos.sepia(), 0),
                TonePhotos.mean(new AutoLevels(0, 0.5, 99.5).apply(TonePhotos.sepia()), 0));
    }

    @Test
    void refusesOptionsThatAreNoNumbers() {
        assertThrows(IllegalArgumentException.class, () -> new AutoLevels(Double.NaN, 0.5, 99.5));
        assertThrows(IllegalArgumentException.class, () -> new AutoLevels(1, Double.NaN, 99.5));
    }
}
