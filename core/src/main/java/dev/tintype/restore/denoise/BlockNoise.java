package dev.tintype.restore.denoise;

/// Noise as a transform of blocks sees it.
///
/// @param sigma standard deviation of a sample, sample units
/// @param radius standard deviation of the Gaussian that smoothed it, pixels; 0 where samples are independent
/// @param level how it depends on brightness
/// @param common whether red, green and blue have the same noise, not independent one
record BlockNoise(double sigma, double radius, NoiseLevel level, boolean common) {
    private static final float LEAST = 1e-6f;

    /// Independent in every sample.
    static BlockNoise white(double sigma, NoiseLevel level) {
        return new BlockNoise(sigma, 0, level, false);
    }

    /// The standard deviation of the noise in each coefficient, `σ √(aᵀ C a)`, with the coefficient's row `a` of the
    /// transform and the correlation `C(d) = exp(−d² / 4r²)` of samples `d` pixels apart.
    float[] deviations(BlockTransform transform) {
        int area = BlockTransform.AREA;
        float[][] columns = new float[area][area];
        for (int i = 0; i < area; i++) {
            columns[i][i] = 1;
            transform.forward(columns[i]);
        }
        float[] deviations = new float[area];
        for (int k = 0; k < area; k++) {
            deviations[k] = (float) (sigma * Math.sqrt(variance(columns, k)));
        }
        return deviations;
    }

    private double variance(float[][] columns, int coefficient) {
        int side = BlockTransform.SIDE;
        double sum = 0;
        for (int i = 0; i < columns.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                double correlation = correlation(i / side - j / side, i % side - j % side);
                sum += columns[i][coefficient] * columns[j][coefficient] * correlation;
            }
        }
        return Math.max(sum, 0);
    }

    private double correlation(int y, int x) {
        if (radius > 0) {
            return Math.exp(-(y * y + x * x) / (4 * radius * radius));
        }
        return y == 0 && x == 0 ? 1 : 0;
    }

    /// Replaces the means of the planes of a group by how strong noise is in each, relative to sigma.
    void toFactors(float[] means) {
        if (means.length == 1) {
            means[0] = Math.max(LEAST, level.at(means[0]));
            return;
        }
        Opponent.inverse(means);
        if (common) {
            float factor = level.at((means[0] + means[1] + means[2]) / 3);
            means[0] = Math.max(LEAST, (float) Math.sqrt(3) * factor);
            means[1] = LEAST;
            means[2] = LEAST;
            return;
        }
        for (int c = 0; c < means.length; c++) {
            float factor = level.at(means[c]);
            means[c] = factor * factor;
        }
        Opponent.variances(means);
        for (int c = 0; c < means.length; c++) {
            means[c] = Math.max(LEAST, (float) Math.sqrt(means[c]));
        }
    }
}
