package dev.tintype.restore.denoise;

/// Takes noise out of the coefficients of a group of blocks.
interface Shrinkage {
    /// Changes `group` in place.
    ///
    /// @param group coefficients of what is filtered, a block each
    /// @param guide coefficients of what is known of the sound photo, or `group` itself
    /// @param count blocks in use
    /// @param deviations of the noise in each coefficient: in the first block, and in every other
    /// @param factor by which deviations are to be multiplied
    /// @return one over the variance of what noise is left: how much the group is to be trusted
    float apply(float[][] group, float[][] guide, int count, float[][] deviations, float factor);

    /// The variance that is left at least: that of a group of which only the mean remains.
    private static float least(float[][] deviations, float factor) {
        return factor * deviations[0][0] * factor * deviations[0][0];
    }

    /// Drops what is below `limit` deviations: noise, most likely.
    record HardThreshold(double limit) implements Shrinkage {
        @Override
        public float apply(float[][] group, float[][] guide, int count, float[][] deviations, float factor) {
            float left = 0;
            for (int n = 0; n < count; n++) {
                float[] block = group[n];
                float[] noise = deviations[Math.min(n, 1)];
                for (int i = 0; i < BlockTransform.AREA; i++) {
                    float deviation = factor * noise[i];
                    if (Math.abs(block[i]) < (float) limit * deviation) {
                        block[i] = 0;
                    } else {
                        left += deviation * deviation;
                    }
                }
            }
            return 1 / Math.max(left, least(deviations, factor));
        }
    }

    /// Wiener's filter, `w = g² / (g² + σ²)`, with the guide as what is wanted.
    record Wiener() implements Shrinkage {
        @Override
        public float apply(float[][] group, float[][] guide, int count, float[][] deviations, float factor) {
            float left = 0;
            for (int n = 0; n < count; n++) {
                float[] block = group[n];
                float[] noise = deviations[Math.min(n, 1)];
                float[] wanted = guide[n];
                for (int i = 0; i < BlockTransform.AREA; i++) {
                    float power = wanted[i] * wanted[i];
                    float variance = factor * noise[i] * factor * noise[i];
                    float w = power / (power + variance);
                    block[i] *= w;
                    left += w * w * variance;
                }
            }
            return 1 / Math.max(left, least(deviations, factor));
        }
    }
}
