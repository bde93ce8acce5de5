package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.restore.tone.Unfade;
import dev.tintype.restore.tone.Unfade.Curve;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TintTest {
    private static final int COUNT = 64 * 64;

    /// Tones from 0.2 to 0.8 in random order, each channel moved and noisy.
    private static float[] samples(double noise, double... offsets) {
        Random random = new Random(3);
        float[] samples = new float[3 * COUNT];
        for (int i = 0; i < COUNT; i++) {
            double tone = 0.2 + 0.6 * random.nextDouble();
            for (int c = 0; c < 3; c++) {
                samples[c * COUNT + i] = (float) (tone + offsets[c] + noise * random.nextGaussian());
            }
        }
        return samples;
    }

    @Test
    void knowsSepiaAndGrey() {
        Tint sepia = Tint.of(samples(0.005, 0.08, 0, -0.12), Unfade.NOTHING).orElseThrow();
        double luminance = 0.299 * 0.08 - 0.114 * 0.12;
        assertEquals(0.08 - luminance, sepia.red(), 0.002);
        assertEquals(-luminance, sepia.green(), 0.002);
        assertEquals(-0.12 - luminance, sepia.blue(), 0.002);
        Tint grey = Tint.of(samples(0, 0, 0, 0), Unfade.NOTHING).orElseThrow();
        assertEquals(0, Math.abs(grey.red()) + Math.abs(grey.green()) + Math.abs(grey.blue()), 1e-6);
    }

    @Test
    void coloursAreNoTint() {
        assertTrue(Tint.of(samples(0.1, 0, 0, 0), Unfade.NOTHING).isEmpty());
        float[] halves = samples(0.005, 0.08, 0, -0.12);
        for (int i = 0; i < COUNT; i += 3) {
            halves[2 * COUNT + i] += 0.2f; // a third of the photo is bluer
        }
        assertTrue(Tint.of(halves, Unfade.NOTHING).isEmpty());
    }

    @Test
    void coloursThatFadedAlmostToGreyAreNoTint() {
        Unfade strong = new Unfade(new Curve(0.2, 2.2, 1), new Curve(0.2, 2.2, 1), new Curve(0.2, 2.2, 1), 1.2);
        float[] pale = samples(0.006, 0.01, 0, -0.02);
        assertTrue(Tint.of(pale, Unfade.NOTHING).isPresent());
        assertTrue(Tint.of(pale, strong).isEmpty());
    }

    @Test
    void sepiaKeepsItsHue() {
        float[] samples = samples(0, 0.08, 0, -0.12);
        Unfade guess = new Unfade(new Curve(0.15, 1.4, 1), new Curve(0.09, 1.35, 1), new Curve(0.05, 1.3, 1.06), 0.9);
        Unfade kept = Tint.of(samples, Unfade.NOTHING).orElseThrow().keep(guess);
        Photo photo = new Photo(List.of(plane(samples, 0), plane(samples, 1), plane(samples, 2)));
        Photo stretched = kept.apply(photo);
        for (int i = 0; i < 64; i++) {
            double warm = at(stretched, 0, i) - at(stretched, 1, i);
            double cold = at(stretched, 1, i) - at(stretched, 2, i);
            assertTrue(warm > 0.02 && cold > 0.03, warm + " " + cold);
            assertEquals(0.08 / 0.12, warm / cold, 0.06); // a gamma bends it a little
        }
    }

    @Test
    void greyStaysGrey() {
        float[] samples = samples(0, 0, 0, 0);
        Unfade guess = new Unfade(new Curve(0.15, 1.4, 1), new Curve(0.09, 1.35, 1), new Curve(0.05, 1.3, 1.06), 0.9);
        Photo photo = new Photo(List.of(plane(samples, 0), plane(samples, 1), plane(samples, 2)));
        Photo stretched =
                Tint.of(samples, Unfade.NOTHING).orElseThrow().keep(guess).apply(photo);
        assertEquals(at(stretched, 0, 7), at(stretched, 2, 7), 1e-5);
        assertTrue(Math.abs(at(stretched, 0, 7) - at(photo, 0, 7)) > 0.01);
    }

    private static Plane plane(float[] samples, int channel) {
        return Plane.copyOf(new Size(64, 64), samples, channel * COUNT);
    }

    private static float at(Photo photo, int channel, int column) {
        return photo.planes().get(channel).at(20, column);
    }
}
