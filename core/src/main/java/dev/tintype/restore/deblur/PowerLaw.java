package dev.tintype.restore.deblur;

/// How the power of sharp photos falls with frequency: `S(f) = A / |D(f)|²`, so that gradients are white.
///
/// @param gradient `A`, the mean power of a gradient, in samples squared
record PowerLaw(double gradient) {
    private static final double PASSED = 0.1; // |H|² from which on a frequency tells more than noise
    private static final double LOWEST = 0.15 * 0.15; // |D|²: below, photos follow the law less
    private static final double HIGHEST = 1.6 * 1.6; // above, noise hides them
    private static final double LEAST = 1e-5;

    /// The law that a blurred photo follows: the mean of `(|Y|²/N − σ²) |D|²/|H|²` over what the blur let through.
    static PowerLaw of(BlurModel model, float[] spectrum, double noise) {
        double samples = model.frame().outer().area();
        double count = model.sum(spectrum, (_, power, gradient) -> isTold(power, gradient) ? 1 : 0);
        double sum = model.sum(
                spectrum,
                (y, power, gradient) -> isTold(power, gradient) ? (y / samples - noise * noise) * gradient / power : 0);
        return new PowerLaw(Math.max(LEAST, sum / Math.max(1, count)));
    }

    private static boolean isTold(double power, double gradient) {
        return power > PASSED && gradient > LOWEST && gradient < HIGHEST;
    }
}
