package dev.tintype.signal;

import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import org.jtransforms.fft.FloatFFT_1D;
import org.jtransforms.fft.FloatFFT_2D;

/// The discrete Fourier transform of a plane: `X(k, l) = Σ x(m, n) e^(−2πi (km/H + ln/W))`, frequency zero first.
///
/// Any size works; a [#fast] one is several times faster. Memory: 8 bytes for each sample.
public final class Spectrum {
    private final Size size;
    private final float[] values; // (height, width, 2): real part, imaginary part

    /// A spectrum of given numbers.
    ///
    /// @param values (height, width, 2), not copied
    public Spectrum(Size size, float[] values) {
        if (values.length != 2 * size.area()) {
            throw new IllegalArgumentException(values.length + " numbers do not fill a spectrum of " + size);
        }
        this.size = size;
        this.values = values;
    }

    /// The transform of a plane.
    public static Spectrum of(Plane plane) {
        Size size = plane.size();
        float[] values = new float[2 * size.area()];
        plane.copyTo(values, 0);
        if (isLine(size)) {
            new FloatFFT_1D(size.area()).realForwardFull(values);
        } else {
            new FloatFFT_2D(size.height(), size.width()).realForwardFull(values);
        }
        return new Spectrum(size, values);
    }

    /// The inverse transform; what is left of an imaginary part is dropped.
    public Plane toPlane() {
        float[] work = values.clone();
        if (isLine(size)) {
            new FloatFFT_1D(size.area()).complexInverse(work, true);
        } else {
            new FloatFFT_2D(size.height(), size.width()).complexInverse(work, true);
        }
        return Plane.of(size, (row, column) -> work[2 * (row * size.width() + column)]);
    }

    public Size size() {
        return size;
    }

    /// All numbers as (height, width, 2), not copied.
    public float[] values() {
        return values;
    }

    public float real(int row, int column) {
        return values[2 * (row * size.width() + column)];
    }

    public float imaginary(int row, int column) {
        return values[2 * (row * size.width() + column) + 1];
    }

    /// The square of the absolute value, `|X|²`.
    public float power(int row, int column) {
        float real = real(row, column);
        float imaginary = imaginary(row, column);
        return real * real + imaginary * imaginary;
    }

    /// The smallest length of at least `length` whose prime factors are 2, 3 and 5.
    public static int fast(int length) {
        int candidate = length;
        while (!smooth(candidate)) {
            candidate++;
        }
        return candidate;
    }

    private static boolean smooth(int number) {
        int rest = number;
        for (int prime : new int[] {2, 3, 5}) {
            while (rest % prime == 0) {
                rest /= prime;
            }
        }
        return rest == 1;
    }

    private static boolean isLine(Size size) {
        return Math.min(size.height(), size.width()) == 1;
    }
}
