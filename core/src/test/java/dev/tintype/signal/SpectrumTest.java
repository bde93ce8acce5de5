package dev.tintype.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpectrumTest {
    @Test
    void agreesWithItsFormulaAndComesBack() {
        for (Size size :
                new Size[] {new Size(1, 1), new Size(4, 6), new Size(7, 5), new Size(1, 8), new Size(11, 13)}) {
            Random random = new Random(size.area());
            Plane plane = Plane.of(size, (_, _) -> random.nextFloat());
            Spectrum spectrum = Spectrum.of(plane);
            for (int k = 0; k < size.height(); k++) {
                for (int l = 0; l < size.width(); l++) {
                    double[] expected = formula(plane, k, l);
                    assertEquals(expected[0], spectrum.real(k, l), 1e-4, size + " real");
                    assertEquals(expected[1], spectrum.imaginary(k, l), 1e-4, size + " imaginary");
                }
            }
            Plane back = spectrum.toPlane();
            for (int i = 0; i < size.area(); i++) {
                assertEquals(plane.toArray()[i], back.toArray()[i], 1e-5);
            }
        }
    }

    private static double[] formula(Plane plane, int k, int l) {
        double real = 0;
        double imaginary = 0;
        for (int m = 0; m < plane.size().height(); m++) {
            for (int n = 0; n < plane.size().width(); n++) {
                double phase = -2
                        * Math.PI
                        * ((double) k * m / plane.size().height()
                                + (double) l * n / plane.size().width());
                real += plane.at(m, n) * Math.cos(phase);
                imaginary += plane.at(m, n) * Math.sin(phase);
            }
        }
        return new double[] {real, imaginary};
    }

    @Test
    void knowsFastLengths() {
        assertEquals(1, Spectrum.fast(1));
        assertEquals(8, Spectrum.fast(7));
        assertEquals(540, Spectrum.fast(533));
    }
}
