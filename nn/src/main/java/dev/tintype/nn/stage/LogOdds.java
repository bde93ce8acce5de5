package dev.tintype.nn.stage;

/// Probabilities as logarithms of odds, which evidence adds to: `log(p / (1 − p))`.
final class LogOdds {
    private static final double DOUBT = 0.002; // nothing is ever surer than this

    /// Of what is surely so.
    static final double MOST = of(1);

    private LogOdds() {}

    static double of(double probability) {
        return Math.log((probability + DOUBT) / (1 - probability + DOUBT));
    }

    static float probability(double logOdds) {
        return (float) (1 / (1 + Math.exp(-logOdds)));
    }
}
