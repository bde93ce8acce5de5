package dev.tintype.train.synthesize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.damage.Degradation;
import dev.tintype.damage.Degradation.Blur;
import dev.tintype.damage.Degradation.Cast;
import dev.tintype.damage.Degradation.Compression;
import dev.tintype.damage.Degradation.Fading;
import dev.tintype.damage.Degradation.GaussianNoise;
import dev.tintype.damage.Degradation.Grain;
import dev.tintype.damage.Degradation.LowResolution;
import dev.tintype.damage.Degradation.SaltAndPepper;
import dev.tintype.damage.Degradation.Speckle;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DegraderTest {
    private static final Size SIZE = new Size(96, 96);

    private static Photo flat(float level) {
        Plane plane = Plane.of(SIZE, (_, _) -> level);
        return new Photo(List.of(plane, plane, plane));
    }

    private static Photo aged(Degradation degradation, Photo photo) {
        return new Degrader(new Random(4)).apply(degradation, photo);
    }

    private static double deviation(Photo photo) {
        double sum = 0;
        double squares = 0;
        for (float x : photo.planes().getFirst().toArray()) {
            sum += x;
            squares += x * x;
        }
        double mean = sum / SIZE.area();
        return Math.sqrt(squares / SIZE.area() - mean * mean);
    }

    @Test
    void noiseHasTheSigmaItWasAskedFor() {
        assertEquals(0.08, deviation(aged(new GaussianNoise(0.08), flat(0.5f))), 0.003);
        assertEquals(0.04, deviation(aged(new Speckle(0.08), flat(0.5f))), 0.002);
        assertEquals(0.05, deviation(aged(new Grain(0.05, 1), flat(0.5f))), 0.003);
    }

    @Test
    void saltAndPepperHitTheirShare() {
        Photo peppered = aged(new SaltAndPepper(0.1, 0.75), flat(0.5f));
        int white = 0;
        int black = 0;
        for (float x : peppered.planes().getFirst().toArray()) {
            white += x == 1 ? 1 : 0;
            black += x == 0 ? 1 : 0;
        }
        assertEquals(0.075, (double) white / SIZE.area(), 0.01);
        assertEquals(0.025, (double) black / SIZE.area(), 0.006);
    }

    @Test
    void fadingFollowsItsFormula() {
        Photo faded = aged(new Fading(0.2, 0.8, 2, new Cast(0.1, 0, -0.1), 1), flat(0.5f));
        assertEquals(0.2 + 0.6 * 0.25 + 0.1, faded.planes().get(0).at(3, 3), 1e-5);
        assertEquals(0.2 + 0.6 * 0.25, faded.planes().get(1).at(3, 3), 1e-5);
        assertEquals(0.2 + 0.6 * 0.25 - 0.1, faded.planes().get(2).at(3, 3), 1e-5);
    }

    @Test
    void aFlatPhotoHasNothingToLoseToBlurScaleOrCompression() {
        for (Degradation degradation :
                List.of(new Blur(7, 3), new LowResolution(0.6, 0.7, false), new Compression(60))) {
            Photo aged = aged(degradation, flat(0.5f));
            assertEquals(0.5, aged.planes().getFirst().at(40, 40), 0.005, degradation.toString());
        }
    }

    @Test
    void blurAndLowResolutionTakeDetailAway() {
        Plane stripes = Plane.of(SIZE, (_, column) -> column % 4 < 2 ? 0.2f : 0.8f);
        Photo sharp = new Photo(List.of(stripes, stripes, stripes));
        for (Degradation degradation : List.of(new Blur(7, 3), new LowResolution(0.5, 0.5, false))) {
            assertTrue(deviation(aged(degradation, sharp)) < 0.6 * deviation(sharp), degradation.toString());
        }
    }
}
