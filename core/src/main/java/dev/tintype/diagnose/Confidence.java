package dev.tintype.diagnose;

/// Turns a measured number into a confidence by the logistic function.
final class Confidence {
    private static final double NINE_TENTHS = Math.log(9);

    private Confidence() {}

    /// 0.5 where the number is `even`, 0.9 where it is `sure`, which may be below `even`; 0 where it is no number.
    static double of(double number, double even, double sure) {
        double confidence = 1 / (1 + Math.exp(-NINE_TENTHS * (number - even) / (sure - even)));
        return Double.isNaN(confidence) ? 0 : confidence;
    }
}
