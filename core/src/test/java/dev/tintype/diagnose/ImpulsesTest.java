package dev.tintype.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.measure.Psnr;
import dev.tintype.photo.Photo;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ImpulsesTest {
    private static Photo peppered(double share) {
        Random random = new Random(3);
        return Scene.sound()
                .map(plane -> plane.map(x -> random.nextDouble() > share ? x : random.nextBoolean() ? 0 : 1));
    }

    @Test
    void countsFewAndMany() {
        for (double share : new double[] {0.005, 0.05, 0.3}) {
            Impulses impulses = Impulses.of(peppered(share));
            assertTrue(impulses.present(), impulses::toString);
            assertEquals(share, impulses.share(), 0.25 * share);
        }
    }

    @Test
    void repairsThem() {
        Photo peppered = peppered(0.05);
        double before = new Psnr().score(peppered, Scene.sound());
        double after = new Psnr().score(Impulses.of(peppered).repaired(), Scene.sound());
        assertTrue(after > before + 8, before + " to " + after);
    }

    @Test
    void takesNoDetailForOne() {
        assertFalse(Impulses.of(Scene.sound()).present());
        assertFalse(Impulses.of(Scene.noisy(Scene.sound(), _ -> 0.15, 1)).present());
    }
}
