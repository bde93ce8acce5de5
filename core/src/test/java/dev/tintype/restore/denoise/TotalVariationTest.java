package dev.tintype.restore.denoise;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class TotalVariationTest {
    /// Of a step between two flat halves, each half of `n` columns moves by `λ / n` towards the other.
    @Test
    void lowersAStepByWhatTheMinimumSays() {
        Photo step = new Photo(List.of(Plane.of(new Size(20, 20), (_, column) -> column < 10 ? 0.2f : 0.8f)));
        Plane result = new TotalVariation(0.5, 1000).apply(step).planes().getFirst();
        assertTrue(Math.abs(result.at(10, 3) - 0.25) < 0.002, () -> "" + result.at(10, 3));
        assertTrue(Math.abs(result.at(10, 16) - 0.75) < 0.002, () -> "" + result.at(10, 16));
    }

    @Test
    void restoresAsWellAsTheBestOfItsKind() {
        ClassicalBench.assertRestores("camera__gauss25", 28.6, new TotalVariation(0.08, 60)); // scikit-image 28.67
        ClassicalBench.assertRestores("astronaut__gauss25", 28.0, new TotalVariation(0.08, 60)); // 28.04
    }
}
