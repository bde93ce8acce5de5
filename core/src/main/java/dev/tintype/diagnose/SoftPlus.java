package dev.tintype.diagnose;

/// `ln(1 + eˣ)`, the logarithm of a sum by that of one part, and its slope, from a table: to 1e-5, many times faster
/// than the functions.
final class SoftPlus {
    private static final int REACH = 24; // from which on it is 0, or x
    private static final int STEPS = 64; // for 1
    private static final double[] VALUES = new double[2 * REACH * STEPS + 2];
    private static final double[] SLOPES = new double[VALUES.length];

    static {
        for (int i = 0; i < VALUES.length; i++) {
            double x = (double) i / STEPS - REACH;
            VALUES[i] = Math.log1p(Math.exp(x));
            SLOPES[i] = 1 / (1 + Math.exp(-x));
        }
    }

    private SoftPlus() {}

    static double of(double x) {
        return x >= REACH ? x : between(VALUES, x);
    }

    /// `1 / (1 + e⁻ˣ)`.
    static double slope(double x) {
        return x >= REACH ? 1 : between(SLOPES, x);
    }

    private static double between(double[] table, double x) {
        if (!(x > -REACH)) {
            return 0;
        }
        double place = (x + REACH) * STEPS;
        int below = (int) place;
        return table[below] + (place - below) * (table[below + 1] - table[below]);
    }
}
