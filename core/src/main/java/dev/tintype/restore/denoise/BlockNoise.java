package dev.tintype.restore.denoise;

/// Noise of one plane as a transform of blocks sees it.
///
/// @param sigma standard deviation of a sample, sample units
/// @param radius standard deviation of the Gaussian over which it is correlated, pixels; 0 where samples are independent
record BlockNoise(double sigma, double radius) {
    /// The standard deviation of the noise in each coefficient, `σ √(aᵀ C a)`, with the coefficient's row `a` of the
    /// transform and the correlation `C(d) = exp(−d² / 4r²)` of samples `d` pixels apart.
    float[] deviations(BlockTransform transform) {
        int area = BlockTransform.AREA;
        float[][] columns = new float[area][area];
        for (int i = 0; i < area; i++) {
            columns[i][i] = 1;
            transform.forward(columns[i]);
        }
        double[][] correlation = new double[BlockTransform.SIDE][BlockTransform.SIDE];
        for (int y = 0; y < correlation.length; y++) {
            for (int x = 0; x < correlation.length; x++) {
                correlation[y][x] = radius > 0 ? Math.exp(-(y * y + x * x) / (4 * radius * radius)) : x + y == 0 ? 1 : 0;
            }
        }
        float[] deviations = new float[area];
        for (int k = 0; k < area; k++) {
            deviations[k] = (float) (sigma * Math.sqrt(variance(columns, k, correlation)));
        }
        return deviations;
    }

    private static double variance(float[][] columns, int coefficient, double[][] correlation) {
        int side = BlockTransform.SIDE;
        double sum = 0;
        for (int i = 0; i < columns.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                sum += columns[i][coefficient]
                        * columns[j][coefficient]
                        * correlation[Math.abs(i / side - j / side)][Math.abs(i % side - j % side)];
            }
        }
        return Math.max(sum, 0);
    }
}
