package dev.tintype.restore.tone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.restore.tone.Unfade.Curve;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TintTest {
    private static final Size SIZE = new Size(64, 64);
    private static final Unfade GUESS =
            new Unfade(new Curve(0.15, 1.4, 1), new Curve(0.09, 1.35, 1), new Curve(0.05, 1.3, 1.06), 0.9);

    /// Tones from 0.2 to 0.8 in random order, each channel moved and noisy.
    private static Photo photo(double noise, double... offsets) {
        Random random = new Random(3);
        float[][] samples = new float[3][SIZE.area()];
        for (int i = 0; i < SIZE.area(); i++) {
            double tone = 0.2 + 0.6 * random.nextDouble();
            for (int c = 0; c < 3; c++) {
                samples[c][i] = (float) (tone + offsets[c] + noise * random.nextGaussian());
            }
        }
        return new Photo(List.of(
                Plane.copyOf(SIZE, samples[0], 0),
                Plane.copyOf(SIZE, samples[1], 0),
                Plane.copyOf(SIZE, samples[2], 0)));
    }

    private static float at(Photo photo, int channel, int column) {
        return photo.planes().get(channel).at(20, column);
    }

    @Test
    void sepiaScattersLessThanColours() {
        assertTrue(Tint.isMonochrome(photo(0.005, 0.08, 0, -0.12)));
        assertTrue(Tint.isMonochrome(photo(0, 0, 0, 0)));
        assertTrue(!Tint.isMonochrome(photo(0.1, 0, 0, 0)));
        Photo sepia = photo(0.01, 0.08, 0, -0.12);
        assertEquals(0.01 * Math.sqrt(2) * 0.9, Tint.of(sepia).scatter(sepia), 0.004); // noise less its luminance
    }

    @Test
    void sepiaKeepsItsHue() {
        Photo sepia = photo(0, 0.08, 0, -0.12);
        Photo stretched = Tint.of(sepia).keep(GUESS).apply(sepia);
        for (int column = 0; column < 64; column++) {
            double warm = at(stretched, 0, column) - at(stretched, 1, column);
            double cold = at(stretched, 1, column) - at(stretched, 2, column);
            assertTrue(warm > 0.02 && cold > 0.03, warm + " " + cold);
            assertEquals(0.08 / 0.12, warm / cold, 0.06); // a gamma bends it a little
        }
    }

    @Test
    void sepiaStaysSepiaWhereAGuessTakesItForACast() {
        Photo sepia = photo(0, 0.08, 0, -0.12);
        Unfade cast = new Unfade(new Curve(0.18, 1.3, 1), new Curve(0.1, 1.3, 1), new Curve(-0.02, 1.3, 1), 1);
        Photo stretched = Tint.of(sepia).keep(cast).apply(sepia);
        for (int column = 20; column < 40; column++) {
            assertEquals(
                    0.5 * 1.3 * 0.08, at(stretched, 0, column) - at(stretched, 1, column), 0.01, "half of it is left");
        }
    }

    @Test
    void greyStaysGrey() {
        Photo grey = photo(0, 0, 0, 0);
        Photo stretched = Tint.of(grey).keep(GUESS).apply(grey);
        assertEquals(at(stretched, 0, 7), at(stretched, 2, 7), 1e-5);
        assertTrue(Math.abs(at(stretched, 0, 7) - at(grey, 0, 7)) > 0.01);
    }
}
