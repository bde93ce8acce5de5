package dev.tintype.restore.denoise;

/// Noise as a transform of blocks sees it.
///
/// @param sigma standard deviation of a sample of the first plane: of the grey photo, or of brightness as [Opponent]
/// has it
/// @param radius standard deviation of the Gaussian that smoothed it, pixels; 0 where samples are independent
/// @param level how it depends on brightness
/// @param chroma deviation in the two other opponent colours over that in brightness: 1 where red, green and blue have
///     independent noise, 0 where they have the same
record BlockNoise(double sigma, double radius, NoiseLevel level, double chroma) {
    private static final double MOST_COMMON = 2.5; // times what it is for independent noise
    private static final float LEAST = 1e-6f;

    /// Independent in every sample.
    static BlockNoise white(double sigma, NoiseLevel level) {
        return new BlockNoise(sigma, 0, level, 1);
    }

    /// How far blocks of a group must be apart so that they do not show the same noise, pixels.
    int apart() {
        return Math.max(1, (int) Math.ceil(3 * radius));
    }

    /// The standard deviation of the noise in each coefficient, `σ √(aᵀ C a)`, with the coefficient's row `a` of the
    /// transform and the correlation `C(d) = exp(−d² / 4r²)` of samples `d` pixels apart.
    ///
    /// Blocks were chosen because they look alike with their noise: where it is smooth, much of it is common.
    ///
    /// @return of what the blocks of a group have in common, and of all else
    float[][] deviations(BlockTransform transform) {
        int area = BlockTransform.AREA;
        float[][] columns = new float[area][area];
        for (int i = 0; i < area; i++) {
            columns[i][i] = 1;
            transform.forward(columns[i]);
        }
        float common = (float) Math.min(MOST_COMMON, 1 + 1.25 * radius);
        float[][] deviations = new float[2][area];
        for (int k = 0; k < area; k++) {
            deviations[1][k] = (float) (sigma * Math.sqrt(variance(columns, k)));
            deviations[0][k] = common * deviations[1][k];
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
        float brightness = means.length == 1 ? means[0] : Opponent.grey(means[0]);
        float factor = level.at(brightness);
        for (int p = 0; p < means.length; p++) {
            means[p] = Math.max(LEAST, p == 0 ? factor : factor * (float) chroma);
        }
    }
}
