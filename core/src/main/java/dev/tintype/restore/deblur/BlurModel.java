package dev.tintype.restore.deblur;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.signal.RealTransform;
import java.util.Arrays;
import java.util.stream.IntStream;

/// How a photo was blurred, `y = h ∗ x`, in the frequencies of the photo in its [Frame], where it is `Y = H X`.
final class BlurModel {
    private final Frame frame;
    private final RealTransform transform;
    private final float[] transfer; // H: (height, half, 2)
    private final float[] gradientDown; // |D|² of a row's frequency
    private final float[] gradientAcross;

    BlurModel(Size photo, Psf psf) {
        frame = Frame.of(photo, psf);
        transform = new RealTransform(frame.outer());
        transfer = transform.forward(psf.aroundOrigin(frame.outer()).toArray());
        gradientDown = gradient(frame.outer().height(), frame.outer().height());
        gradientAcross = gradient(frame.outer().width(), transform.half());
    }

    private static float[] gradient(int length, int count) {
        float[] result = new float[count];
        for (int i = 0; i < count; i++) {
            double sine = Math.sin(Math.PI * i / length);
            result[i] = (float) (4 * sine * sine);
        }
        return result;
    }

    Frame frame() {
        return frame;
    }

    RealTransform transform() {
        return transform;
    }

    /// The photo of a framed spectrum, which is used up.
    Plane crop(float[] spectrum) {
        return frame.crop(transform.inverse(spectrum));
    }

    /// `H X`, blurred, in place of `X`.
    void blur(float[] spectrum) {
        parallelRows((_, i, _) -> {
            float real = spectrum[i] * transfer[i] - spectrum[i + 1] * transfer[i + 1];
            spectrum[i + 1] = spectrum[i] * transfer[i + 1] + spectrum[i + 1] * transfer[i];
            spectrum[i] = real;
        });
    }

    /// `H X`, blurred, in an array of its own.
    float[] blurred(float[] x) {
        float[] result = new float[x.length];
        parallelRows((_, i, _) -> {
            result[i] = x[i] * transfer[i] - x[i + 1] * transfer[i + 1];
            result[i + 1] = x[i] * transfer[i + 1] + x[i + 1] * transfer[i];
        });
        return result;
    }

    /// `H* Y g` in place of `Y`; the mean of the photo stays as it is.
    void filter(float[] spectrum, Gain gain) {
        float mean = spectrum[0];
        parallelRows((power, i, gradient) -> {
            float factor = gain.at(power, gradient);
            float real = spectrum[i] * transfer[i] + spectrum[i + 1] * transfer[i + 1];
            spectrum[i + 1] = factor * (spectrum[i + 1] * transfer[i] - spectrum[i] * transfer[i + 1]);
            spectrum[i] = factor * real;
        });
        spectrum[0] = mean;
    }

    /// `g Y` in an array of its own; the mean of the photo stays as it is.
    float[] preconditioned(float[] spectrum, Gain gain) {
        float[] result = new float[spectrum.length];
        parallelRows((power, i, gradient) -> {
            float factor = gain.at(power, gradient);
            result[i] = factor * spectrum[i];
            result[i + 1] = factor * spectrum[i + 1];
        });
        result[0] = spectrum[0];
        return result;
    }

    /// `H* Y + f (1/g − |H|²) X` in place of `Y`; the mean has no penalty.
    void correlate(float[] spectrum, float[] x, Gain gain, float factor) {
        float mean = spectrum[0] * transfer[0];
        parallelRows((power, i, gradient) -> {
            float penalty = factor * Math.max(0, 1 / gain.at(power, gradient) - power);
            float real = spectrum[i] * transfer[i] + spectrum[i + 1] * transfer[i + 1];
            spectrum[i + 1] = spectrum[i + 1] * transfer[i] - spectrum[i] * transfer[i + 1] + penalty * x[i + 1];
            spectrum[i] = real + penalty * x[i];
        });
        spectrum[0] = mean;
    }

    /// `X* (1/g − |H|²) X`, the scalar product of a spectrum with its penalty; the mean has none.
    double penalty(float[] x, Gain gain) {
        Term term = (spectrum, power, gradient) ->
                spectrum * Math.max(0, 1 / gain.at((float) power, (float) gradient) - power);
        return sum(x, term) - term.at(x[0] * x[0], power(0), 0);
    }

    /// The scalar product of two spectra of real planes.
    double product(float[] a, float[] b) {
        int half = transform.half();
        double[] rows = new double[frame.outer().height()];
        IntStream.range(0, rows.length).parallel().forEach(row -> {
            int start = 2 * row * half;
            double sum = 0;
            for (int i = start; i < start + 2 * half; i++) {
                sum += (double) a[i] * b[i];
            }
            int last = start + 2 * half - 2; // the first and the last column have no mirror image
            double once = (double) a[start] * b[start]
                    + a[start + 1] * b[start + 1]
                    + a[last] * b[last]
                    + a[last + 1] * b[last + 1];
            rows[row] = 2 * sum - once;
        });
        return Arrays.stream(rows).sum();
    }

    /// The photo in a frame of what a sharp estimate shows there when it is blurred.
    ///
    /// @param sharp spectrum of the estimate, which is used up
    float[] refilled(float[] known, float[] sharp) {
        blur(sharp);
        float[] result = transform.inverse(sharp);
        frame.restore(known, result);
        return result;
    }

    /// The frame that fits gradients and the blurred photo, `X = (λ/β H* Y + V) / (λ/β |H|² + |D|²)`, in place of
    /// `V`.
    ///
    /// @param gradients `V`, the spectrum of a divergence
    /// @param weight `λ/β`
    void fit(float[] gradients, float[] observed, float weight) {
        parallelRows((power, i, gradient) -> {
            float factor = 1 / (weight * power + gradient + Float.MIN_NORMAL);
            float real = observed[i] * transfer[i] + observed[i + 1] * transfer[i + 1];
            float imaginary = observed[i + 1] * transfer[i] - observed[i] * transfer[i + 1];
            gradients[i] = (weight * real + gradients[i]) * factor;
            gradients[i + 1] = (weight * imaginary + gradients[i + 1]) * factor;
        });
    }

    /// The sum over all frequencies, those too that the transform leaves out.
    double sum(float[] spectrum, Term term) {
        int half = transform.half();
        double[] rows = new double[frame.outer().height()];
        IntStream.range(0, rows.length).parallel().forEach(row -> {
            for (int column = 0; column < half; column++) {
                int i = 2 * (row * half + column);
                double power = spectrum[i] * spectrum[i] + spectrum[i + 1] * spectrum[i + 1];
                int times = column == 0 || column == half - 1 ? 1 : 2;
                rows[row] += times * term.at(power, power(i), gradientDown[row] + gradientAcross[column]);
            }
        });
        return Arrays.stream(rows).sum();
    }

    /// Runs over all frequencies on all cores.
    void parallelRows(Frequency work) {
        int half = transform.half();
        IntStream.range(0, frame.outer().height()).parallel().forEach(row -> {
            for (int column = 0; column < half; column++) {
                int i = 2 * (row * half + column);
                work.at(power(i), i, gradientDown[row] + gradientAcross[column]);
            }
        });
    }

    private float power(int i) {
        return transfer[i] * transfer[i] + transfer[i + 1] * transfer[i + 1];
    }

    /// What a filter multiplies `H* Y` with, of `|H|²` and `|D|²`, the power of a gradient's transfer function, 0
    /// to 8.
    interface Gain {
        float at(float power, float gradient);
    }

    /// What is done for a frequency, given `|H|²`, where its real part is and `|D|²`.
    interface Frequency {
        void at(float power, int index, float gradient);
    }

    /// A number of a frequency: of `|Y|²`, `|H|²` and `|D|²`.
    interface Term {
        double at(double spectrum, double power, double gradient);
    }
}
