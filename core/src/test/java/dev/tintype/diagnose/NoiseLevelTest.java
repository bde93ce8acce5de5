package dev.tintype.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.damage.Degradation.GaussianNoise;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import org.junit.jupiter.api.Test;

class NoiseLevelTest {
    private static final double SIGMA = 12 / 255.0;

    private static Plane noisy() {
        return Scene.noisy(Scene.sound(), _ -> SIGMA, 5).planes().getFirst();
    }

    @Test
    void isThatOfThePhotoInsideAFrame() {
        Plane photo = noisy();
        Plane framed = Plane.of(Scene.SIZE, (row, column) -> row < 60 || column < 90 ? 0.8f : photo.at(row, column));
        assertEquals(SIGMA, NoiseLevel.sigma(photo), 0.04 * SIGMA);
        assertEquals(SIGMA, NoiseLevel.sigma(framed), 0.04 * SIGMA);
        Photo whole = new Photo(Scene.noisy(Scene.sound(), _ -> SIGMA, 5).planes().stream()
                .map(plane -> Plane.of(Scene.SIZE, (row, column) -> column < 90 ? 0.8f : plane.at(row, column)))
                .toList());
        Finding found = Diagnostician.standard().diagnose(whole).main().orElseThrow();
        assertEquals(SIGMA, ((GaussianNoise) found.degradation()).sigma(), 0.08 * SIGMA, found.sentence());
    }

    @Test
    void isNothingWhereNothingVaries() {
        assertEquals(0, NoiseLevel.sigma(Plane.of(Scene.SIZE, (_, _) -> 0.4f)), 0.001);
    }
}
