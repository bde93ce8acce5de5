package dev.tintype.damage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void refusesImpossibleSizes() {
        assertThrows(IllegalArgumentException.class, () -> Psf.motion(0, 0));
        assertThrows(IllegalArgumentException.class, () -> Psf.motion(5, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Psf.disc(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Psf.gaussian(0));
    }
}
