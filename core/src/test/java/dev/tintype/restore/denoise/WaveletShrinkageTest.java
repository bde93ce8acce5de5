package dev.tintype.restore.denoise;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaveletShrinkageTest {
    @Test
    void givesBackWhatItTookApart() {
        Random random = new Random(7);
        Plane noise = Plane.of(new Size(61, 47), (_, _) -> random.nextFloat());
        Photo photo = new Photo(List.of(noise, noise.map(x -> x * x), noise.map(x -> 1 - x)));
        assertTrue(ClassicalBench.difference(photo, new WaveletShrinkage(1e-7, 5).apply(photo)) < 1e-5);
    }

    @Test
    void restoresAsWellAsTheBestOfItsKind() {
        ClassicalBench.assertRestores("camera__gauss25", 29.1, new WaveletShrinkage(25 / 255.0, 4)); // best peer 28.25
        ClassicalBench.assertRestores("astronaut__gauss25", 30.9, new WaveletShrinkage(25 / 255.0, 4));
    }
}
