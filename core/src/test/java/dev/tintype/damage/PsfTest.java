package dev.tintype.damage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import org.junit.jupiter.api.Test;

class PsfTest {
    @Test
    void sumsToOneAndIsCentred() {
        for (Psf psf : new Psf[] {Psf.motion(9, 30), Psf.motion(1, 0), Psf.disc(3.3), Psf.gaussian(1.5)}) {
            double sum = 0;
            double x = 0;
            double y = 0;
            for (int row = 0; row < psf.size().height(); row++) {
                for (int column = 0; column < psf.size().width(); column++) {
                    float weight = psf.kernel().at(row, column);
                    assertTrue(weight >= 0);
                    sum += weight;
                    x += weight * column;
                    y += weight * row;
                }
            }
            assertEquals(1, sum, 1e-5);
            assertEquals((psf.size().width() - 1) / 2.0, x, 1e-4);
            assertEquals((psf.size().height() - 1) / 2.0, y, 1e-4);
        }
    }

    @Test
    void motionLiesAlongItsAngle() {
        Psf psf = Psf.motion(9, 45); // up and to the right
        int middle = psf.size().height() / 2;
        assertTrue(psf.kernel().at(middle - 2, middle + 2) > 0.05);
        assertEquals(0, psf.kernel().at(middle + 2, middle + 2));
        Psf level = Psf.motion(9, 0);
        assertEquals(new Size(9, 9), level.size());
        for (int column = 0; column < 9; column++) {
            assertEquals(1.0 / 9, level.kernel().at(4, column), 1e-5);
        }
    }

    @Test
    void ofWeightsDropsThoseBelowZero() {
        Psf psf = Psf.of(Plane.of(new Size(3, 1), (_, column) -> column - 1));
        assertEquals(0, psf.kernel().at(0, 0));
        assertEquals(1, psf.kernel().at(0, 2));
        assertThrows(IllegalArgumentException.class, () -> Psf.of(Plane.of(new Size(3, 1), (_, _) -> 0)));
        assertThrows(IllegalArgumentException.class, () -> Psf.of(Plane.of(new Size(3, 1), (_, _) -> Float.NaN)));
    }

    @Test
    void wrapsAroundTheOrigin() {
        Plane wrapped =
                Psf.of(Plane.of(new Size(3, 1), (_, column) -> 1 + column)).aroundOrigin(new Size(8, 4));
        assertEquals(1 / 6f, wrapped.at(0, 7), 1e-6);
        assertEquals(2 / 6f, wrapped.at(0, 0), 1e-6);
        assertEquals(3 / 6f, wrapped.at(0, 1), 1e-6);
    }

    @Test
    void refusesImpossibleSizes() {
        assertThrows(IllegalArgumentException.class, () -> Psf.motion(0, 0));
        assertThrows(IllegalArgumentException.class, () -> Psf.motion(5, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Psf.disc(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Psf.gaussian(0));
    }

    @Test
    void readsWeightsAndWritesThem() {
        Psf psf = Psf.parse("weights:0,1,0/1,4,2/0,0,0");
        assertEquals(0.5f, psf.kernel().at(1, 1), 1e-6f);
        assertEquals(0.25f, psf.kernel().at(1, 2), 1e-6f);
        Psf disc = Psf.disc(2.5);
        assertArrayEquals(
                disc.kernel().toArray(), Psf.parse(disc.text()).kernel().toArray(), 1e-6f);
    }

    @Test
    void refusesWeightsThatAreNoPsf() {
        for (String wrong : new String[] {"weights:", "weights:1,2", "weights:1,2,3/1", "weights:0", "weights:NaN"}) {
            assertThrows(IllegalArgumentException.class, () -> Psf.parse(wrong), wrong);
        }
    }

    @Test
    void spreadIsTheLongestStandardDeviation() {
        assertEquals(20 / Math.sqrt(12), Psf.motion(20, 0).spread(), 0.1);
        assertEquals(20 / Math.sqrt(12), Psf.motion(20, 37).spread(), 0.1);
        assertEquals(2.5, Psf.disc(5).spread(), 0.1);
        assertEquals(2, Psf.gaussian(2).spread(), 0.1);
    }
}
