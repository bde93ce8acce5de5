package dev.tintype.restore.denoise;

import java.util.function.DoubleUnaryOperator;

/// Finds the sound sample from the mean of what noise, clipping and a transform made of it: the inverse of
/// `x → E[f(x, noise)]`, which must not fall.
final class UnbiasedInverse {
    private static final int STEPS = 2048;

    private final double[] means = new double[STEPS + 1]; // of x = 0, 1/STEPS, ..., 1

    UnbiasedInverse(DoubleUnaryOperator mean) {
        for (int i = 0; i <= STEPS; i++) {
            means[i] = mean.applyAsDouble((double) i / STEPS);
        }
    }

    /// The sample whose noisy versions have this mean; 0 or 1 where the mean is below or above all.
    float of(float mean) {
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
        return (float) ((low + (mean - means[low]) / (means[high] - means[low])) / STEPS);
    }
}
