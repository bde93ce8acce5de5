package dev.tintype.restore.denoise;

/// Takes noise out of the coefficients of a group of blocks.
interface Shrinkage {
    /// Changes `group` in place.
    ///
    /// @param group coefficients of what is filtered, a block each
    /// @param guide coefficients of what is known of the sound photo, or `group` itself
    /// @param count blocks in use
    /// @param deviations of the noise in each coefficient of a block
    /// @return one over the variance of what noise is left: how much the group is to be trusted
    float apply(float[][] group, float[][] guide, int count, float[] deviations);

    /// Drops what is below `factor` deviations: noise, most likely.
    record HardThreshold(double factor) implements Shrinkage {
        @Override
        public float apply(float[][] group, float[][] guide, int count, float[] deviations) {
            float left = 0;
            for (int n = 0; n < count; n++) {
                float[] block = group[n];
                for (int i = 0; i < BlockTransform.AREA; i++) {
                    float deviation = deviations[i];
                    if (Math.abs(block[i]) < (float) factor * deviation) {
                        block[i] = 0;
                    } else {
                        left += deviation * deviation;
                    }
                }
            }
            return 1 / Math.max(left, deviations[0] * deviations[0]);
        }
    }

    /// Wiener's filter, `w = g² / (g² + σ²)`, with the guide as what is wanted.
    record Wiener() implements Shrinkage {
        @Override
        public float apply(float[][] group, float[][] guide, int count, float[] deviations) {
            float left = 0;
            for (int n = 0; n < count; n++) {
                float[] block = group[n];
                float[] wanted = guide[n];
                for (int i = 0; i < BlockTransform.AREA; i++) {
                    float power = wanted[i] * wanted[i];
                    float variance = deviations[i] * deviations[i];
                    float w = power / (power + variance);
                    block[i] *= w;
                    left += w * w * variance;
                }
            }
            return 1 / Math.max(left, 1e-3f * deviations[0] * deviations[0]);
        }
    }
}
