package dev.tintype.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RealTransformTest {
    private static Plane noise(Size size) {
        Random random = new Random(1);
        return Plane.of(size, (_, _) -> random.nextFloat());
    }

    @Test
    void agreesWithTheWholeSpectrum() {
        for (Size size : new Size[] {new Size(30, 45), new Size(64, 32), new Size(34, 51), new Size(2, 1)}) {
            Plane plane = noise(size);
            RealTransform transform = new RealTransform(size);
            float[] half = transform.forward(plane.toArray());
            Spectrum whole = Spectrum.of(plane);
            for (int row = 0; row < size.height(); row++) {
                for (int column = 0; column < transform.half(); column++) {
                    int i = 2 * (row * transform.half() + column);
                    assertEquals(whole.real(row, column), half[i], 1e-3, size + " " + row + " " + column);
                    assertEquals(whole.imaginary(row, column), half[i + 1], 1e-3, size + " " + row + " " + column);
                }
            }
        }
    }

    @Test
    void comesBack() {
        Size size = new Size(60, 75);
        Plane plane = noise(size);
        RealTransform transform = new RealTransform(size);
        assertArrayEquals(plane.toArray(), transform.inverse(transform.forward(plane.toArray())), 1e-5f);
    }

    @Test
    void refusesOddWidths() {
        assertThrows(IllegalArgumentException.class, () -> new RealTransform(new Size(5, 4)));
    }
}
