package dev.tintype.train.synthesize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.damage.Degradation;
import dev.tintype.damage.Degradation.Banding;
import dev.tintype.damage.Degradation.Blur;
import dev.tintype.damage.Degradation.Cast;
import dev.tintype.damage.Degradation.Compression;
import dev.tintype.damage.Degradation.Defocus;
import dev.tintype.damage.Degradation.Dust;
import dev.tintype.damage.Degradation.Fading;
import dev.tintype.damage.Degradation.GaussianNoise;
import dev.tintype.damage.Degradation.Grain;
import dev.tintype.damage.Degradation.LowResolution;
import dev.tintype.damage.Degradation.MotionBlur;
import dev.tintype.damage.Degradation.Periodic;
import dev.tintype.damage.Degradation.Poisson;
import dev.tintype.damage.Degradation.SaltAndPepper;
import dev.tintype.damage.Degradation.Scratches;
import dev.tintype.damage.Degradation.Speckle;
import dev.tintype.photo.Mask;
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

    @Test
    void shotNoiseHasTheVarianceOfItsCount() {
        assertEquals(Math.sqrt(0.5 / 20), deviation(aged(new Poisson(20), flat(0.5f))), 0.005);
        assertEquals(Math.sqrt(0.2 / 400), deviation(aged(new Poisson(400), flat(0.2f))), 0.001);
    }

    @Test
    void aWaveHasItsAmplitudeAndPeriod() {
        Photo waved = aged(new Periodic(0.1, 8, 0), flat(0.5f));
        Plane plane = waved.planes().getFirst();
        assertEquals(0.1 / Math.sqrt(2), deviation(waved), 0.002);
        assertEquals(plane.at(5, 10), plane.at(60, 18), 1e-5);
        assertEquals(1 - plane.at(5, 10), plane.at(5, 14), 1e-5);
        Plane turned = aged(new Periodic(0.1, 8, 90), flat(0.5f)).planes().getFirst();
        assertEquals(turned.at(5, 10), turned.at(13, 77), 1e-5);
    }

    @Test
    void bandsAreTheSameAlongTheirLine() {
        Photo banded = aged(new Banding(0.04, true), flat(0.5f));
        assertEquals(0.04, deviation(banded), 0.01);
        assertEquals(banded.planes().get(0).at(7, 3), banded.planes().get(2).at(7, 90));
        Plane columns = aged(new Banding(0.04, false), flat(0.5f)).planes().getFirst();
        assertEquals(columns.at(3, 7), columns.at(90, 7));
    }

    @Test
    void aPointBecomesThePsf() {
        Plane point = Plane.of(SIZE, (row, column) -> row == 40 && column == 50 ? 1 : 0);
        Photo points = new Photo(List.of(point));
        Plane moved = aged(new MotionBlur(9, 0), points).planes().getFirst();
        assertEquals(1 / 9f, moved.at(40, 50), 0.01);
        assertEquals(moved.at(40, 47), moved.at(40, 53), 1e-6);
        assertEquals(0, moved.at(43, 50), 1e-6);
        Plane disc = aged(new Defocus(4), points).planes().getFirst();
        assertEquals(1 / (16 * Math.PI), disc.at(42, 51), 0.001);
        assertEquals(0, disc.at(45, 50), 1e-6);
    }

    @Test
    void marksArePaintedWhereTheMaskSays() {
        Mask where = new Mask(Plane.of(SIZE, (row, column) -> column == 20 ? 1 : column == 21 ? 0.5f : 0));
        for (Degradation marks : List.of(new Scratches(where, 0.9), new Dust(where, 0.9))) {
            Plane marked = aged(marks, flat(0.5f)).planes().getFirst();
            assertEquals(0.9, marked.at(30, 20), 1e-6);
            assertEquals(0.7, marked.at(30, 21), 1e-6);
            assertEquals(0.5, marked.at(30, 22), 1e-6);
        }
    }
}
