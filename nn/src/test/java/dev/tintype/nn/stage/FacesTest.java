package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.net.FaceRefiner;
import dev.tintype.nn.official.prepare.GaussianBlur;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.plan.FaceWish;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FacesTest {
    private static final Size SIZE = new Size(160, 150);
    private static final FaceWish FULLY = new FaceWish(Optional.of(1.0), Map.of());
    private static final double ADDED = 0.02;
    private static final double SURE = -6;

    /// Blind, so that no face is moved from where a test has it.
    private static Faces faces(FaceRefiner refiner) {
        return new Faces(UntrainedFaces.detector(0), refiner);
    }

    private static Samples noise(int channels, Depth depth) {
        Samples scan = new Samples(SIZE, channels, depth);
        Random random = new Random(4);
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < SIZE.area(); i++) {
                double sample = 0.2 + 0.6 * random.nextDouble();
                double raw = depth == Depth.FLOAT ? sample : Math.rint(depth.white() * sample);
                scan.put(c, i / SIZE.width(), i % SIZE.width(), (float) raw);
            }
        }
        return scan;
    }

    private static Mended alone(Samples scan) {
        return Mended.untouched(scan);
    }

    /// What was added to a channel, sample units.
    private static double[][] added(Samples before, Samples after, int channel) {
        double[][] added = new double[SIZE.height()][SIZE.width()];
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 0; column < SIZE.width(); column++) {
                double change = after.raw(channel, row, column) - before.raw(channel, row, column);
                added[row][column] = change / before.depth().white();
            }
        }
        return added;
    }

    private static double[][] refined(Depth depth, Face... faces) {
        Samples scan = noise(3, depth);
        Faces able = faces(UntrainedFaces.refiner(ADDED, 1, SURE));
        for (int number = 1; number <= faces.length; number++) {
            FaceTreatment treatment = able.refine(alone(scan), List.of(faces), number, FULLY);
            assertEquals(1, treatment.strength(), treatment.words());
        }
        return added(noise(3, depth), scan, 0);
    }

    private static double steepest(double[][] added) {
        double steepest = 0;
        for (int row = 1; row < SIZE.height(); row++) {
            for (int column = 1; column < SIZE.width(); column++) {
                steepest = Math.max(steepest, Math.abs(added[row][column] - added[row - 1][column]));
                steepest = Math.max(steepest, Math.abs(added[row][column] - added[row][column - 1]));
            }
        }
        return steepest;
    }

    private static double most(double[][] added) {
        double most = 0;
        for (double[] row : added) {
            for (double change : row) {
                most = Math.max(most, change);
            }
        }
        return most;
    }

    @Test
    void addsWhatTheNetworkSaysAndNothingFarFromTheFace() {
        for (double eyes : new double[] {8, 30, 45}) {
            double[][] added = refined(Depth.FLOAT, UntrainedFaces.face(75, 80, eyes));
            assertEquals(ADDED, added[75][80], 2e-4, eyes + " pixels");
            for (int row = 0; row < SIZE.height(); row++) {
                for (int column = 0; column < SIZE.width(); column++) {
                    double far = Math.hypot(row - 75, column - 80) / eyes;
                    assertTrue(far < 2.9 || added[row][column] == 0, row + ", " + column);
                }
            }
        }
    }

    @Test
    void endsWithoutAnEdge() {
        for (double eyes : new double[] {10, 30, 45}) {
            double steepest = steepest(refined(Depth.FLOAT, UntrainedFaces.face(75, 80, eyes)));
            assertTrue(steepest < 4 * ADDED / eyes, steepest + " from one pixel to the next, eyes " + eyes);
        }
    }

    @Test
    void facesThatOverlapShareWhatIsAdded() {
        double[][] added = refined(Depth.FLOAT, UntrainedFaces.face(70, 55, 35), UntrainedFaces.face(80, 105, 35));
        assertTrue(most(added) <= ADDED + 1e-4, "added " + most(added));
        assertTrue(added[75][80] > 0.8 * ADDED, "between them " + added[75][80]);
        assertTrue(steepest(added) < 6 * ADDED / 35, "edge " + steepest(added));
    }

    @Test
    void keepsTheDetailOfFacesThatAreLargerThanTheSquare() {
        double[][] added = refined(Depth.FLOAT, UntrainedFaces.face(75, 80, 160));
        assertEquals(ADDED, added[75][80], 2e-4);
        assertTrue(steepest(added) < 1e-3, "the noise of the photo is as it was: " + steepest(added));
    }

    @Test
    void worksInEveryDepthAndInGrey() {
        for (Depth depth : Depth.values()) {
            Samples scan = noise(1, depth);
            List<Face> one = List.of(UntrainedFaces.face(75, 80, 30));
            faces(UntrainedFaces.refiner(0.02, 1, SURE)).refine(alone(scan), one, 1, FULLY);
            double[][] added = added(noise(1, depth), scan, 0);
            assertEquals(0.02, added[75][80], 0.51 / 255);
            assertEquals(0, added[2][2]);
        }
    }

    @Test
    void addsLittleWhereTheNetworkDoubts() {
        List<Face> one = List.of(UntrainedFaces.face(75, 80, 30));
        Samples scan = noise(3, Depth.FLOAT);
        faces(UntrainedFaces.refiner(ADDED, 1, -0.5)).refine(alone(scan), one, 1, FULLY);
        assertEquals(0, most(added(noise(3, Depth.FLOAT), scan, 0)));
    }

    @Test
    void addsNoColourToAFaceThatHasNone() {
        Samples grey = noise(1, Depth.FLOAT);
        Samples scan = new Samples(SIZE, 3, Depth.FLOAT);
        for (int i = 0; i < 3 * SIZE.area(); i++) {
            int pixel = i % SIZE.area();
            int row = pixel / SIZE.width();
            int column = pixel % SIZE.width();
            scan.put(i / SIZE.area(), row, column, grey.raw(0, row, column));
        }
        List<Face> one = List.of(UntrainedFaces.face(75, 80, 30));
        faces(UntrainedFaces.refiner(0.03, 0, SURE)).refine(alone(scan), one, 1, FULLY);
        assertTrue(scan.raw(0, 75, 80) > grey.raw(0, 75, 80));
        assertEquals(scan.raw(0, 75, 80), scan.raw(2, 75, 80), 1e-6f);
    }

    @Test
    void weakensWhatWouldMakeAnother() {
        List<Face> one = List.of(UntrainedFaces.face(75, 80, 30));
        Samples scan = noise(3, Depth.FLOAT);
        FaceTreatment some = faces(UntrainedFaces.refiner(0.1, 1, SURE)).refine(alone(scan), one, 1, FULLY);
        assertTrue(some.strength() > 0 && some.strength() < 1, some.words());
        assertTrue(some.words().contains("instead of 1.00, to stay the same person's"), some.words());
        Samples other = noise(3, Depth.FLOAT);
        FaceTreatment none = faces(UntrainedFaces.refiner(-0.5, 1, SURE)).refine(alone(other), one, 1, FULLY);
        assertEquals(0, none.strength());
        assertTrue(none.words().contains("no longer be the same person's"), none.words());
        assertEquals(0, steepest(added(noise(3, Depth.FLOAT), other, 0)));
    }

    private static Samples board() {
        Samples scan = new Samples(SIZE, 1, Depth.BITS_8);
        for (int i = 0; i < SIZE.area(); i++) {
            int row = i / SIZE.width();
            int column = i % SIZE.width();
            scan.put(0, row, column, (row / 12 + column / 12) % 2 == 0 ? 60 : 180);
        }
        return scan;
    }

    /// What denoising left looks sharp and clean, and is not what was there.
    @Test
    void refinesAFaceThatCameNoisyAndIsCleanByNow() {
        Samples mended = board();
        List<Face> one = List.of(UntrainedFaces.face(75, 80, 30));
        Faces able = faces(UntrainedFaces.refiner(0.02, 1, SURE));
        Mended noisy = new Mended(mended, noise(1, Depth.BITS_8), Optional.empty(), false);
        assertTrue(able.refine(noisy, one, 1, FaceWish.AUTO).strength() > 0.5);
        assertTrue(mended.raw(0, 75, 80) > 60);
    }

    @Test
    void leavesAFaceAloneThatDeblurringMadeSharp() {
        List<Face> one = List.of(UntrainedFaces.face(75, 80, 30));
        Faces able = faces(UntrainedFaces.refiner(0.02, 1, SURE));
        Samples blurred = Samples.of(board().photo().map(new GaussianBlur(13, 3)::apply), Depth.BITS_8);
        Mended smoothed = new Mended(board(), blurred, Optional.empty(), false);
        assertTrue(able.refine(smoothed, one, 1, FaceWish.AUTO).strength() > 0.5);
        Mended deblurred = new Mended(board(), blurred, Optional.empty(), true);
        assertEquals("left alone", able.refine(deblurred, one, 1, FaceWish.AUTO).words());
    }

    @Test
    void leavesASharpFaceAlone() {
        Samples scan = board();
        List<Face> one = List.of(UntrainedFaces.face(75, 80, 30));
        Faces able = faces(UntrainedFaces.refiner(0.02, 1, SURE));
        FaceTreatment sharp = able.refine(alone(scan), one, 1, FaceWish.AUTO);
        assertEquals("left alone", sharp.words());
        assertEquals(60, scan.raw(0, 75, 80));
        FaceWish single = new FaceWish(Optional.empty(), Map.of(1, 0.5));
        assertEquals(0.5, able.examine(scan, one, 1, single).strength());
        assertEquals(60, scan.raw(0, 75, 80), "examining changes nothing");
        assertFalse(able.refine(alone(scan), one, 1, single).words().contains("left alone"));
        assertTrue(scan.raw(0, 75, 80) > 60);
    }
}
