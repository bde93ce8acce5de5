package dev.tintype.restore.denoise;

/// Squared differences of rows of samples, the inner loop of comparing patches.
///
/// Samples are whole numbers and sums are floats so that the compiler can see that one array is not the other, and one
/// row is added at a time: only then does it use vectors, which is ten times faster.
final class SquaredDifferences {
    /// Steps from black to white, finer than any noise.
    static final float WHITE = 16384;

    private SquaredDifferences() {}

    /// Samples as whole numbers.
    static int[] steps(float[] samples) {
        int[] steps = new int[samples.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Math.round(samples[i] * WHITE);
        }
        return steps;
    }

    /// Adds `(z(a + i) − z(b + i))²` to `sums(i)` for `i` from `from` to `to` (exclusive).
    static void add(int[] z, int a, int b, float[] sums, int from, int to) {
        for (int i = from; i < to; i++) {
            float difference = z[a + i] - z[b + i];
            sums[i] += difference * difference;
        }
    }
}
