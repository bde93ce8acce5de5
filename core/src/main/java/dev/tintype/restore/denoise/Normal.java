package dev.tintype.restore.denoise;

import java.util.function.DoubleUnaryOperator;

/// The standard normal distribution.
final class Normal {
    private static final int PARTS = 16; // of a deviation
    private static final int FAR = 5; // deviations

    private Normal() {}

    static double density(double t) {
        return Math.exp(-t * t / 2) / Math.sqrt(2 * Math.PI);
    }

    /// The probability of more than `t`, within 1.5e-7.
    ///
    /// Source: M. Abramowitz and I. Stegun, "Handbook of Mathematical Functions", 1964, 7.1.26.
    static double above(double t) {
        double x = Math.abs(t) / Math.sqrt(2);
        double k = 1 / (1 + 0.3275911 * x);
        double polynomial =
                k * (0.254829592 + k * (-0.284496736 + k * (1.421413741 + k * (-1.453152027 + k * 1.061405429))));
        double tail = polynomial * Math.exp(-x * x) / 2;
        return t >= 0 ? tail : 1 - tail;
    }

    /// The mean of a function, as a sum over a fine grid.
    static double mean(DoubleUnaryOperator f) {
        double sum = 0;
        double weights = 0;
        for (int i = -FAR * PARTS; i <= FAR * PARTS; i++) {
            double n = (double) i / PARTS;
            sum += density(n) * f.applyAsDouble(n);
            weights += density(n);
        }
        return sum / weights;
    }
}
