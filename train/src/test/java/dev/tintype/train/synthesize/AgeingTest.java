package dev.tintype.train.synthesize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.train.synthesize.Ageing.Mix;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AgeingTest {
    private static Ageing ageing(Mix mix) {
        return new Ageing(TestPhotos.LIBRARY, new DamageShapes(List.of()), mix);
    }

    @Test
    void agesTheSameSeedTheSameWay() {
        for (long seed = 0; seed < 20; seed++) {
            Sample one = ageing(Mix.SCENE).sample(64, seed);
            Sample other = ageing(Mix.SCENE).sample(64, seed);
            assertEquals(0, distance(one.aged(), other.aged()));
            assertEquals(0, distance(one.sound(), other.sound()));
        }
    }

    @Test
    void differsFromSeedToSeed() {
        Sample one = ageing(Mix.SCENE).sample(64, 1);
        Sample other = ageing(Mix.SCENE).sample(64, 2);
        assertTrue(distance(one.aged(), other.aged()) > 0.01);
    }

    @Test
    void roundsOnlyWithoutDamage() {
        for (long seed = 0; seed < 10; seed++) {
            Sample sample = ageing(new Mix(0, 0, 0, 0, 0, 0, false)).sample(64, seed);
            for (int i = 0; i < 64 * 64; i++) {
                assertEquals(at(sample.sound(), i), at(sample.aged(), i), 0.501 / 255);
            }
            assertTrue(sample.damage().isEmpty());
        }
    }

    @Test
    void thinThingsBeforeTheCameraAreNoDamage() {
        int seen = 0; // some are drawn outside
        for (long seed = 0; seed < 10; seed++) {
            Recipe recipe = new Recipe(new Random(seed));
            Photo plain = TestPhotos.LIBRARY.crop(64, recipe.random());
            seen += distance(plain, Wires.paint(plain, recipe)) > 0.001 ? 1 : 0;
            Sample wired = ageing(new Mix(0, 0, 0, 1, 0, 0, false)).sample(64, seed);
            assertTrue(distance(wired.sound(), wired.aged()) < 0.002, "the sound photo shows them too");
            assertTrue(wired.damage().isEmpty());
        }
        assertTrue(seen >= 7, seen + " of 10");
    }

    @Test
    void changesWhatIsMarkedMoreThanTheRest() {
        int exact = 0;
        double[] sums = new double[2];
        int[] counts = new int[2];
        for (long seed = 0; seed < 20; seed++) {
            Sample sample = ageing(new Mix(0, 1, 0, 0, 0, 0, false)).sample(64, seed);
            float most = 0; // change outside the mask
            for (int i = 0; i < 64 * 64; i++) {
                int marked = sample.damage().damage().at(i / 64, i % 64) > 0 ? 1 : 0;
                float change = Math.abs(at(sample.aged(), i) - at(sample.sound(), i));
                sums[marked] += change;
                counts[marked]++;
                most = marked == 0 ? Math.max(most, change) : most;
            }
            exact += !sample.damage().isEmpty() && most < 0.04 ? 1 : 0;
        }
        double under = sums[1] / counts[1];
        double outside = sums[0] / counts[0];
        assertTrue(under > 5 * outside, under + " under the masks, " + outside + " outside");
        assertTrue(exact >= 5, "half of them are not scanned after they were marked; exact are only " + exact);
    }

    private static float at(Photo photo, int i) {
        return photo.planes().getFirst().at(i / 64, i % 64);
    }

    @Test
    void aScanInGreyHasOneChannel() {
        int marked = 0;
        for (long seed = 0; seed < 20; seed++) {
            Sample sample = ageing(new Mix(0, 1, 0, 0, 0.5, 0, true)).sample(64, seed);
            assertTrue(sample.sound().grey() && sample.aged().grey(), "seed " + seed);
            marked += sample.damage().isEmpty() ? 0 : 1;
        }
        assertTrue(marked >= 15, marked + " of 20 are marked");
    }

    @Test
    void sharpensScansWithoutMarksToo() {
        int sharper = 0;
        for (long seed = 0; seed < 10; seed++) {
            Sample sample = ageing(new Mix(0, 0, 0, 0, 1, 0, false)).sample(64, seed);
            sharper += distance(sample.sound(), sample.aged()) > 0.003 ? 1 : 0;
            assertTrue(sample.damage().isEmpty());
        }
        assertTrue(sharper >= 8, sharper + " of 10");
    }

    @Test
    void blurAndNoiseAreNoMarks() {
        int changed = 0;
        for (long seed = 0; seed < 20; seed++) {
            Sample sample = ageing(new Mix(0, 0, 0, 0, 0, 1, true)).sample(64, seed);
            changed += distance(sample.sound(), sample.aged()) > 0.003 ? 1 : 0;
            assertTrue(sample.damage().isEmpty());
        }
        assertTrue(changed >= 18, changed + " of 20 are spoilt");
    }

    private static double distance(Photo a, Photo b) {
        double sum = 0;
        for (int c = 0; c < a.planes().size(); c++) {
            Plane x = a.planes().get(c);
            Plane y = b.planes().get(c);
            for (int i = 0; i < x.size().area(); i++) {
                int row = i / x.size().width();
                int column = i % x.size().width();
                sum += Math.abs(x.at(row, column) - y.at(row, column));
            }
        }
        return sum / a.planes().size() / a.size().area();
    }
}
