package dev.tintype.diagnose;

/// How the variance of noise depends on the light `x`, and what clipping to 0 to 1 leaves of it.
enum NoiseLaw {
    /// Gaussian noise: the same everywhere.
    FLAT,
    /// Shot noise: grows with the light.
    LINEAR,
    /// Speckle: grows with the square of the light.
    QUADRATIC;

    private static final int STEPS = 128;

    /// The standard deviation at light `x` of noise that has `white` at white.
    double sigma(double white, double x) {
        return switch (this) {
            case FLAT -> white;
            case LINEAR -> white * Math.sqrt(x);
            case QUADRATIC -> white * x;
        };
    }

    /// Mean and variance after clipping, for light from 0 to 1.
    ///
    /// Source: A. Foi, "Clipped noisy images: Heteroskedastic modeling and practical denoising", 2009,
    /// doi:10.1016/j.sigpro.2009.04.035
    Curve curve(double white) {
        double[] means = new double[STEPS + 1];
        double[] variances = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            double x = (double) i / STEPS;
            double sigma = sigma(white, x) + 1e-6;
            double low = this == FLAT ? -x / sigma : -40;
            double high = (1 - x) / sigma;
            double inside = normal(high) - normal(low);
            double beyond = 1 - normal(high);
            means[i] = x * inside + sigma * (density(low) - density(high)) + beyond;
            double square =
                    (x * x + sigma * sigma) * inside + sigma * (x * density(low) - (x + 1) * density(high)) + beyond;
            variances[i] = Math.max(0, square - means[i] * means[i]);
        }
        return new Curve(means, variances);
    }

    private static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /// The normal distribution, to 1e-7 (Abramowitz and Stegun 26.2.17).
    private static double normal(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double series =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double upper = density(z) * series;
        return z >= 0 ? 1 - upper : upper;
    }

    /// Variance as a function of the mean that is seen.
    static final class Curve {
        private final double[] means;
        private final double[] variances;

        private Curve(double[] means, double[] variances) {
            this.means = means;
            this.variances = variances;
        }

        double variance(double mean) {
            int above = 1;
            while (above < STEPS && means[above] < mean) {
                above++;
            }
            double gap = means[above] - means[above - 1];
            double share = gap < 1e-12 ? 0 : Math.clamp((mean - means[above - 1]) / gap, 0, 1);
            return variances[above - 1] + share * (variances[above] - variances[above - 1]);
        }
    }
}
