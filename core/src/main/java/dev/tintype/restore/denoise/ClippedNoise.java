package dev.tintype.restore.denoise;

import dev.tintype.photo.Size;
import dev.tintype.signal.BoxMean;

/// What clipping to black and white does to Gaussian noise: near black its lower half is cut off, so that samples
/// become too light on average and vary less; near white they become too dark.
///
/// `E(x) = E[clip(x + σ n, 0, 1)]` with standard normal `n`. A denoised sample is an estimate of `E(x)`; [#unbiased]
/// looks `x` up.
/// Source: A. Foi, "Clipped noisy images: heteroskedastic modeling and practical denoising", 2009,
/// doi:10.1016/j.sigpro.2009.04.035.
final class ClippedNoise {
    /// How far it is looked around for clipped samples, pixels.
    static final int REACH = 8;

    private static final int STEPS = 1024;

    private final double sigma;
    private final float[] means = new float[STEPS + 1]; // E of 0, 1/STEPS, ..., 1

    /// @param sigma of the noise before it was clipped, sample units, above 0
    ClippedNoise(double sigma) {
        this.sigma = sigma;
        for (int i = 0; i <= STEPS; i++) {
            double x = (double) i / STEPS;
            means[i] = (float) (x + excess(x) - excess(1 - x));
        }
    }

    /// The mean of what is cut off at an end of the range that is `distance` away.
    private double excess(double distance) {
        double t = distance / sigma;
        return sigma * Normal.density(t) - distance * Normal.above(t);
    }

    /// The sound sample whose clipped noisy versions have a mean; black and white where none has.
    float unbiased(float mean) {
        if (!(mean > means[0])) {
            return 0;
        }
        if (mean >= means[STEPS]) {
            return 1;
        }
        int low = 0;
        int high = STEPS;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (means[middle] <= mean) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + (mean - means[low]) / (means[high] - means[low])) / STEPS;
    }

    /// Denoised samples without the bias, as far as the noisy ones around were really clipped: where fewer of them are
    /// quite black or white than the noise explains, the noise is weaker there than elsewhere, and so is the bias.
    float[] unbiased(Size size, float[] noisy, float[] denoised) {
        float[] clipped = new float[noisy.length];
        for (int i = 0; i < clipped.length; i++) {
            clipped[i] = noisy[i] <= 0 || noisy[i] >= 1 ? 1 : 0;
        }
        float[] shares = BoxMean.of(size, clipped, REACH);
        float[] result = new float[noisy.length];
        for (int i = 0; i < result.length; i++) {
            float x = unbiased(denoised[i]);
            double expected = Normal.above(x / sigma) + Normal.above((1 - x) / sigma);
            float part = (float) Math.min(1, shares[i] / expected);
            result[i] = part > 0 ? denoised[i] + part * (x - denoised[i]) : denoised[i];
        }
        return result;
    }
}
