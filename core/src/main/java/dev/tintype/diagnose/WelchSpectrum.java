package dev.tintype.diagnose;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.signal.RealTransform;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// The power spectrum of a photo's brightness, in numbers of 8-bit files: the mean of the logarithms over
/// overlapping windows, which a few strong edges do not decide, and the noise in it.
///
/// Source: P. D. Welch, "The use of fast Fourier transform for the estimation of power spectra", 1967,
/// doi:10.1109/TAU.1967.1161901.
final class WelchSpectrum {
    private static final int SIDE = 128;
    private static final int LEAST = 32; // pixels: less tells nothing
    private static final int MOST_WINDOWS = 11; // along a side; larger photos are looked at here and there
    private static final double FLAT = 2; // variance of windows that show nothing
    private static final double EULER = 0.5772; // the mean of the logarithm of a power is lower by this
    private static final double TINY = 1e-6;
    private static final double ROUNDING = 0.29;
    private static final double MEDIAN = 0.6745; // of the absolute value of a normal number of variance 1
    private static final int MOST_SAMPLES = 300_000;

    private final int side;
    private final double[] logarithms; // (side, side / 2 + 1)
    private final double noise;

    private WelchSpectrum(int side, double[] logarithms, double noise) {
        this.side = side;
        this.logarithms = logarithms;
        this.noise = noise;
    }

    /// The spectrum, unless the photo is too small or shows nothing.
    static Optional<WelchSpectrum> of(Photo photo) {
        int width = photo.size().width();
        int height = photo.size().height();
        int side = Math.min(SIDE, Math.min(width, height)) / 2 * 2;
        if (side < LEAST) {
            return Optional.empty();
        }
        float[] brightness = brightness(photo);
        int[] rows = starts(height, side);
        int[] columns = starts(width, side);
        double[][] windows = new double[rows.length * columns.length][];
        RealTransform transform = new RealTransform(new Size(side, side));
        float[] taper = taper(side);
        IntStream.range(0, windows.length).parallel().forEach(i -> {
            int start = rows[i / columns.length] * width + columns[i % columns.length];
            windows[i] = logarithms(transform, taper, brightness, start, width);
        });
        return mean(windows).map(logarithms -> new WelchSpectrum(side, logarithms, noise(brightness, width, height)));
    }

    int side() {
        return side;
    }

    /// The logarithm of the power.
    ///
    /// @param column 0 to half the side
    double at(int row, int column) {
        return logarithms[row * (side / 2 + 1) + column];
    }

    /// Standard deviation of the noise, at least that of rounding.
    double noise() {
        return noise;
    }

    private static float[] brightness(Photo photo) {
        float[] weights = photo.grey() ? new float[] {1} : new float[] {0.299f, 0.587f, 0.114f};
        float[] result = new float[photo.size().area()];
        for (int c = 0; c < weights.length; c++) {
            Plane plane = photo.planes().get(c);
            float[] samples = plane.toArray();
            for (int i = 0; i < result.length; i++) {
                result[i] += 255 * weights[c] * samples[i];
            }
        }
        return result;
    }

    private static int[] starts(int length, int side) {
        int count = Math.min(MOST_WINDOWS, 1 + (2 * (length - side) + side - 1) / side);
        return IntStream.range(0, count)
                .map(i -> count == 1 ? 0 : (int) ((long) i * (length - side) / (count - 1)))
                .toArray();
    }

    /// The window of Hann, of mean square 1.
    private static float[] taper(int side) {
        double[] line = new double[side];
        double power = 0;
        for (int i = 0; i < side; i++) {
            line[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 1) / (side + 1));
            power += line[i] * line[i] / side;
        }
        float[] result = new float[side * side];
        for (int i = 0; i < result.length; i++) {
            result[i] = (float) (line[i / side] * line[i % side] / power);
        }
        return result;
    }

    private static double[] logarithms(RealTransform transform, float[] taper, float[] x, int start, int width) {
        int side = transform.size().width();
        float[] window = new float[side * side];
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                float sample = x[start + row * width + column];
                window[row * side + column] = sample;
                sum += sample;
                squares += (double) sample * sample;
            }
        }
        double mean = sum / window.length;
        if (!(squares / window.length - mean * mean >= FLAT)) {
            return new double[0];
        }
        for (int i = 0; i < window.length; i++) {
            window[i] = (float) (window[i] - mean) * taper[i];
        }
        float[] spectrum = transform.forward(window);
        double[] result = new double[spectrum.length / 2];
        for (int i = 0; i < result.length; i++) {
            double re = spectrum[2 * i];
            double im = spectrum[2 * i + 1];
            result[i] = Math.log((re * re + im * im) / window.length + TINY);
        }
        return result;
    }

    private static Optional<double[]> mean(double[][] windows) {
        double[][] told =
                Arrays.stream(windows).filter(window -> window.length > 0).toArray(double[][]::new);
        if (told.length == 0) {
            return Optional.empty();
        }
        double[] mean = new double[told[0].length];
        for (double[] window : told) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += window[i] / told.length;
            }
        }
        return Optional.of(Arrays.stream(mean).map(value -> value + EULER).toArray());
    }

    /// From the median of what a mask finds that flat places and ramps leave at 0.
    ///
    /// Source: J. Immerkær, "Fast Noise Variance Estimation", 1996, doi:10.1006/cviu.1996.0060.
    private static double noise(float[] x, int width, int height) {
        int step = Math.max(1, (int) Math.sqrt((double) x.length / MOST_SAMPLES));
        float[] found = new float[((height - 3) / step + 1) * ((width - 3) / step + 1)];
        int count = 0;
        for (int row = 1; row < height - 1; row += step) {
            for (int column = 1; column < width - 1; column += step) {
                int i = row * width + column;
                float corners = x[i - width - 1] + x[i - width + 1] + x[i + width - 1] + x[i + width + 1];
                float sides = x[i - width] + x[i + width] + x[i - 1] + x[i + 1];
                found[count++] = Math.abs(corners - 2 * sides + 4 * x[i]) / 6;
            }
        }
        Arrays.sort(found);
        return Math.max(ROUNDING, found[count / 2] / MEDIAN);
    }
}
