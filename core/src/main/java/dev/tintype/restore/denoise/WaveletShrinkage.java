package dev.tintype.restore.denoise;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;
import dev.tintype.signal.BoxMean;
import java.util.List;

/// Takes out noise by shrinking undecimated Haar wavelet coefficients towards 0, by the threshold of BayesShrink:
/// `T = σᵢ² / σₓ`, `σₓ² = max(mean(X²) − σᵢ², 0)`, with the noise `σᵢ = σ / 2ⁱ` of level `i`; the mean is over a square
/// around each coefficient. Colour photos are filtered in an opponent space. Fast.
///
/// Source: S. G. Chang, B. Yu and M. Vetterli, "Spatially adaptive wavelet thresholding with context modeling for image
/// denoising", 2000, doi:10.1109/83.862630; R. R. Coifman and D. L. Donoho, "Translation-invariant de-noising", 1995,
/// doi:10.1007/978-1-4612-2544-7_9.
/// Unlike the paper: the context of a coefficient is its own neighbourhood.
///
/// @param sigma 0 changes nothing
/// @param levels how coarse noise may be: level `i` is `2ⁱ` pixels wide
public record WaveletShrinkage(
        @Setting(value = "standard deviation of the noise, sample units", usual = "0.05", most = 1)
        double sigma,

        @Setting(value = "levels of the transform", usual = "4", least = 1, most = 6)
        int levels)
        implements Stage {
    private static final int AROUND = 3; // radius of the mean at level 1; as many coefficients at each level

    public WaveletShrinkage {
        Options.require("sigma", sigma, 0, 1);
        Options.require("levels", levels, 1, 6);
    }

    @Override
    public Phase phase() {
        return Phase.DENOISE;
    }

    @Override
    public Reach reach() {
        return new Reach.Local((2 + AROUND) << levels);
    }

    @Override
    public Photo apply(Photo photo) {
        if (sigma == 0) {
            return photo;
        }
        Size size = photo.size();
        List<float[]> planes = photo.planes().stream().map(Plane::toArray).toList();
        if (!photo.grey()) {
            Opponent.forward(planes);
        }
        List<float[]> results =
                planes.parallelStream().map(samples -> shrunk(size, samples, 1)).toList();
        if (!photo.grey()) {
            Opponent.inverse(results);
        }
        Photo denoised = new Photo(
                results.stream().map(samples -> Plane.copyOf(size, samples, 0)).toList());
        return new ClippedNoise(sigma).unbiased(photo, denoised);
    }

    /// The means of a level without noise, from its details and the next level.
    private float[] shrunk(Size size, float[] samples, int level) {
        int step = 1 << (level - 1);
        float[] low = samples.clone();
        float[] high = samples.clone();
        Haar.split(size, low, high, step, true);
        float[] lowHigh = low.clone();
        Haar.split(size, low, lowHigh, step, false);
        float[] highHigh = high.clone();
        Haar.split(size, high, highHigh, step, false);
        float[] coarse = level < levels ? shrunk(size, low, level + 1) : low;
        shrink(size, lowHigh, level);
        shrink(size, high, level);
        shrink(size, highHigh, level);
        float[] left = Haar.joined(size, coarse, lowHigh, step, false);
        float[] right = Haar.joined(size, high, highHigh, step, false);
        return Haar.joined(size, left, right, step, true);
    }

    private void shrink(Size size, float[] details, int level) {
        float variance = (float) Math.pow(sigma / (1 << level), 2);
        float[] squares = new float[details.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = details[i] * details[i];
        }
        float[] powers = BoxMean.of(size, squares, AROUND << (level - 1));
        for (int i = 0; i < details.length; i++) {
            float signal = powers[i] - variance;
            float threshold = signal > 0 ? variance / (float) Math.sqrt(signal) : Float.MAX_VALUE;
            float left = Math.max(0, Math.abs(details[i]) - threshold);
            details[i] = Math.copySign(left, details[i]);
        }
    }

    /// One direction of the transform, `l = (x(i) + x(i + s)) / 2`, `h = (x(i) − x(i + s)) / 2`; beyond the border is
    /// what is at the border.
    private static final class Haar {
        /// Replaces two copies of samples by `l` and `h`.
        static void split(Size size, float[] low, float[] high, int step, boolean across) {
            int width = size.width();
            for (int row = 0; row < size.height(); row++) {
                for (int column = 0; column < width; column++) {
                    int i = row * width + column;
                    int other = across
                            ? i + Math.min(step, width - 1 - column)
                            : i + Math.min(step, size.height() - 1 - row) * width;
                    float a = high[i];
                    float b = high[other];
                    low[i] = (a + b) / 2;
                    high[i] = (a - b) / 2;
                }
            }
        }

        /// The mean of the two sums that each sample is in.
        static float[] joined(Size size, float[] low, float[] high, int step, boolean across) {
            int width = size.width();
            float[] result = new float[low.length];
            for (int row = 0; row < size.height(); row++) {
                for (int column = 0; column < width; column++) {
                    int i = row * width + column;
                    int place = across ? column : row;
                    float sum = low[i] + high[i];
                    int other = across ? i - step : i - step * width;
                    result[i] = place < step ? sum : (sum + low[other] - high[other]) / 2;
                }
            }
            return result;
        }
    }
}
