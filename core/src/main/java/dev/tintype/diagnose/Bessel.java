package dev.tintype.diagnose;

/// Bessel functions of the first kind.
///
/// Source: M. Abramowitz, I. A. Stegun, "Handbook of Mathematical Functions", 1964, 9.4.4 and 9.4.6: right to 1e-7.
final class Bessel {
    private static final double[] SMALL = {
        0.5, -0.56249985, 0.21093573, -0.03954289, 0.00443319, -0.00031761, 0.00001109
    };
    private static final double[] SIZE = {
        0.79788456, 0.00000156, 0.01659667, 0.00017105, -0.00249511, 0.00113653, -0.00020033
    };
    private static final double[] PHASE = {
        -2.35619449, 0.12499612, 0.00005650, -0.00637879, 0.00074348, 0.00079824, -0.00029166
    };

    private Bessel() {}

    /// `J₁(x)`.
    ///
    /// @param x at least 0
    static double j1(double x) {
        if (x <= 3) {
            return x * polynomial(SMALL, x * x / 9);
        }
        return polynomial(SIZE, 3 / x) * Math.cos(x + polynomial(PHASE, 3 / x)) / Math.sqrt(x);
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
