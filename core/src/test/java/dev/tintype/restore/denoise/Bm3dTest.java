package dev.tintype.restore.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Bm3dTest {
    @Test
    void leavesNoiseOfATenthOnAFlatPhoto() {
        Random random = new Random(3);
        Size size = new Size(100, 100);
        Plane flat = Plane.of(size, (_, _) -> (float) (0.5 + 0.1 * random.nextGaussian()));
        Photo result = new Bm3d(0.1).apply(new Photo(List.of(flat)));
        double sum = 0;
        for (float x : result.planes().getFirst().toArray()) {
            sum += (x - 0.5) * (x - 0.5);
        }
        assertEquals(0, Math.sqrt(sum / size.area()), 0.01);
    }

    @Test
    void undoesTheBiasOfClippedNoise() {
        Random random = new Random(3);
        Size size = new Size(100, 100);
        Plane dark = Plane.of(size, (_, _) -> (float) Math.max(0, 0.05 + 0.1 * random.nextGaussian()));
        Photo result = new Bm3d(0.1).apply(new Photo(List.of(dark)));
        double sum = 0;
        for (float x : result.planes().getFirst().toArray()) {
            sum += x;
        }
        assertEquals(0.05, sum / size.area(), 0.01); // the mean of what was clipped is 0.07
    }

    @Test
    void keepsShadowsThatAreDarkButNotClipped() {
        Photo dark = new Photo(List.of(Plane.of(new Size(64, 64), (_, column) -> 0.02f + 0.0005f * column)));
        assertEquals(0, ClassicalBench.difference(dark, new Bm3d(0.1).apply(dark)), 0.02);
    }

    @Test
    void restoresAsWellAsTheBestKnown() {
        ClassicalBench.assertRestores("camera__gauss10", 34.15, new Bm3d(10 / 255.0)); // best peer 34.16
        ClassicalBench.assertRestores("camera__gauss25", 29.9, new Bm3d(25 / 255.0)); // 29.86
        ClassicalBench.assertRestores("camera__gauss50", 27.7, new Bm3d(50 / 255.0)); // 26.57
        ClassicalBench.assertRestores("astronaut__gauss25", 32.4, new Bm3d(25 / 255.0)); // 30.93
    }
}
