package dev.tintype.train.synthesize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.measure.Psnr;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.train.synthesize.PortraitAgeing.Strength;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortraitAgeingTest {
    private static final Size SIZE = new Size(96, 80);

    private static Photo rings() {
        Plane plane = Plane.of(SIZE, (row, column) ->
                (float) (0.5 + 0.3 * Math.sin(0.5 * Math.hypot(row - 40, column - 48))));
        return new Photo(List.of(plane, plane.map(x -> 0.8f * x), plane.map(x -> 0.6f * x)));
    }

    @Test
    void theSameSeedMakesTheSameDamage() {
        Sample once = PortraitAgeing.sample(rings(), Strength.MEDIUM, 7);
        Sample again = PortraitAgeing.sample(rings(), Strength.MEDIUM, 7);
        Sample other = PortraitAgeing.sample(rings(), Strength.MEDIUM, 8);
        assertArrayEquals(
                once.aged().planes().getFirst().toArray(),
                again.aged().planes().getFirst().toArray());
        assertTrue(new Psnr().score(once.aged(), other.aged()) < 60);
    }

    @Test
    void strongerDamageIsFurtherFromTheTruth() {
        double before = Double.POSITIVE_INFINITY;
        for (Strength strength : Strength.values()) {
            double sum = 0;
            for (int seed = 0; seed < 4; seed++) {
                Sample sample = PortraitAgeing.sample(rings(), strength, seed);
                sum += new Psnr().score(sample.aged(), sample.sound());
            }
            assertTrue(sum < before, strength + ": " + sum);
            before = sum;
        }
    }

    @Test
    void agesGreyPortraitsToo() {
        Photo grey = new Photo(rings().planes().subList(0, 1));
        assertEquals(
                1,
                PortraitAgeing.sample(grey, Strength.STRONG, 3).aged().planes().size());
    }
}
