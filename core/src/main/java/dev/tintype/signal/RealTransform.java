package dev.tintype.signal;

import dev.tintype.photo.Size;
import java.util.stream.IntStream;
import org.jtransforms.fft.FloatFFT_1D;

/// The discrete Fourier transform of real planes of one size without the half that only mirrors the other: `X(k, l)
/// = Σ x(m, n) e^(−2πi (km/H + ln/W))` for `0 ≤ k < H`, `0 ≤ l ≤ W/2`. On all cores; half the work and memory of a
/// [Spectrum].
public final class RealTransform {
    private static final int BLOCK = 16; // rows or columns that one core takes at a time

    private final Size size;
    private final int half;
    private final FloatFFT_1D alongRows;
    private final FloatFFT_1D alongColumns;

    /// @param size its width must be even; prime factors of 2, 3 and 5 are several times faster
    public RealTransform(Size size) {
        if (size.width() % 2 != 0) {
            throw new IllegalArgumentException("the width must be even, not " + size.width());
        }
        this.size = size;
        this.half = size.width() / 2 + 1;
        this.alongRows = new FloatFFT_1D(size.width());
        this.alongColumns = new FloatFFT_1D(size.height());
    }

    public Size size() {
        return size;
    }

    /// Frequencies in a row, `W/2 + 1`.
    public int half() {
        return half;
    }

    /// The transform of samples (height, width) as (height, half, 2): real part, imaginary part.
    public float[] forward(float[] samples) {
        float[] spectrum = new float[2 * size.height() * half];
        forward(samples, spectrum);
        return spectrum;
    }

    /// The same, into an array of its size.
    public void forward(float[] samples, float[] spectrum) {
        int width = size.width();
        blocks(size.height(), (from, to) -> {
            for (int row = from; row < to; row++) {
                int start = 2 * row * half;
                System.arraycopy(samples, row * width, spectrum, start, width);
                alongRows.realForward(spectrum, start);
                spectrum[start + width] = spectrum[start + 1]; // the highest frequency is packed beside the lowest
                spectrum[start + width + 1] = 0;
                spectrum[start + 1] = 0;
            }
        });
        columns(spectrum, true);
    }

    /// The samples of a spectrum, which is used up.
    public float[] inverse(float[] spectrum) {
        float[] samples = new float[size.area()];
        inverse(spectrum, samples);
        return samples;
    }

    /// The same, into an array of its size.
    public void inverse(float[] spectrum, float[] samples) {
        int width = size.width();
        columns(spectrum, false);
        blocks(size.height(), (from, to) -> {
            for (int row = from; row < to; row++) {
                int start = 2 * row * half;
                System.arraycopy(spectrum, start, samples, row * width, width);
                samples[row * width + 1] = spectrum[start + width];
                alongRows.realInverse(samples, row * width, true);
            }
        });
    }

    private void columns(float[] spectrum, boolean forward) {
        int height = size.height();
        blocks(half, (from, to) -> {
            float[] column = new float[2 * height * (to - from)];
            for (int row = 0; row < height; row++) {
                for (int c = from; c < to; c++) {
                    int source = 2 * (row * half + c);
                    int target = 2 * ((c - from) * height + row);
                    column[target] = spectrum[source];
                    column[target + 1] = spectrum[source + 1];
                }
            }
            for (int c = 0; c < to - from; c++) {
                if (forward) {
                    alongColumns.complexForward(column, 2 * c * height);
                } else {
                    alongColumns.complexInverse(column, 2 * c * height, true);
                }
            }
            for (int row = 0; row < height; row++) {
                for (int c = from; c < to; c++) {
                    int source = 2 * ((c - from) * height + row);
                    int target = 2 * (row * half + c);
                    spectrum[target] = column[source];
                    spectrum[target + 1] = column[source + 1];
                }
            }
        });
    }

    private static void blocks(int length, Block work) {
        IntStream.range(0, (length + BLOCK - 1) / BLOCK)
                .parallel()
                .forEach(block -> work.run(block * BLOCK, Math.min(length, (block + 1) * BLOCK)));
    }

    /// Work on some rows or columns.
    private interface Block {
        void run(int from, int to);
    }
}
