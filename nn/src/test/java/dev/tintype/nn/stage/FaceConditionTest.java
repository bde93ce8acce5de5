package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.official.prepare.GaussianBlur;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FaceConditionTest {
    private static final Size SIZE = new Size(220, 260);

    /// Dark discs on bright ground, blurred and noisy.
    private static Samples discs(double blur, double noise) {
        Plane sharp = Plane.of(SIZE, (row, column) -> Math.hypot(row % 44 - 22, column % 44 - 22) < 12 ? 0.25f : 0.7f);
        Plane soft = blur == 0 ? sharp : new GaussianBlur(2 * (int) Math.ceil(4 * blur) + 1, blur).apply(sharp);
        Random random = new Random(3);
        Plane noisy = soft.map(x -> (float) (x + noise * random.nextGaussian()));
        Samples scan = new Samples(SIZE, 1, Depth.BITS_16);
        scan.put(0, 0, new Photo(List.of(noisy)));
        return scan;
    }

    private static FaceCondition of(Samples scan, double eyes) {
        return FaceCondition.of(scan, UntrainedFaces.face(130, 110, eyes), 0);
    }

    @Test
    void measuresBlurInPixels() {
        for (double blur : new double[] {1, 1.6, 2.5}) {
            assertEquals(blur, of(discs(blur, 0), 60).blur(), 0.15 * blur);
        }
    }

    @Test
    void measuresBlurOfFacesThatAreLargerThanTheSquare() {
        FaceCondition large = of(discs(4, 0), 300);
        assertEquals(2, large.reduced(), 0.01);
        assertEquals(4, large.blur(), 0.8);
    }

    @Test
    void measuresNoise() {
        assertEquals(0.04, of(discs(2, 0.04), 60).noise(), 0.006);
    }

    @Test
    void onlyBlurAndNoiseAreANeed() {
        assertEquals(0, of(discs(0, 0), 60).need());
        assertEquals(1, of(discs(2.5, 0), 60).need());
        assertEquals(1, of(discs(0, 0.06), 60).need());
        double some = of(discs(1.4, 0), 60).need();
        assertTrue(some > 0 && some < 1, "need " + some);
    }

    @Test
    void aFaceOfFewPixelsCanBeMeasured() {
        assertTrue(of(discs(0, 0), 1).blur() >= 0);
    }

    @Test
    void whatWasChangedALotNeedsTheNetwork() {
        assertEquals(0, new FaceCondition(0.5, 0, 1, 0.01).need());
        assertEquals(1, new FaceCondition(0.5, 0, 1, 0.04).need());
    }

    /// The network has seen no sharper truth of faces that are wider than its square.
    @Test
    void aWideFaceMustBeMoreBlurred() {
        assertEquals(1, new FaceCondition(1.7, 0, 1, 0).need());
        assertEquals(0, new FaceCondition(1.7 * 1.3, 0, 1.3, 0).need(), 0.01);
        assertEquals(1, new FaceCondition(2.6 * 1.3, 0, 1.3, 0).need());
    }
}
