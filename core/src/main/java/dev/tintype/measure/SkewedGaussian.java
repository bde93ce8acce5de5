package dev.tintype.measure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;

/// The asymmetric generalised Gaussian that fits some numbers: `exp(-(|x| / β)^α)`, where `β` is `left` for numbers
/// below 0 and `right` for others, found by matching moments.
///
/// Source: N.-E. Lasmar, Y. Stitou and Y. Berthoumieu, "Multiscale skewed heavy tailed model for texture analysis",
/// 2009, doi:10.1109/ICIP.2009.5414404.
///
/// @param shape α, 0.2 to 10; 2 is a normal distribution, less has heavier tails
record SkewedGaussian(double shape, double left, double right) {
    private static final double LEAST = 0.2;
    private static final int SHAPES = 9801; // up to 10 in steps of 0.001, as the authors of NIQE have them
    private static final double[] RATIOS =
            IntStream.range(0, SHAPES).mapToDouble(i -> ratio(shape(i))).toArray();

    static SkewedGaussian fit(Field numbers) {
        double left = rootMeanSquare(numbers, -1);
        double right = rootMeanSquare(numbers, 1);
        double mean = numbers.values().map(Math::abs).average().orElseThrow();
        double square = numbers.times(numbers).mean();
        double skew = left / right;
        double cubed = skew * skew * skew + 1;
        double squared = skew * skew + 1;
        double shape = shapeOf(mean * mean / square * cubed * (skew + 1) / (squared * squared));
        double scale = Math.exp((Gamma.logGamma(1 / shape) - Gamma.logGamma(3 / shape)) / 2);
        return new SkewedGaussian(shape, left * scale, right * scale);
    }

    /// The mean of the distribution.
    double mean() {
        return (right - left) * Math.exp(Gamma.logGamma(2 / shape) - Gamma.logGamma(1 / shape));
    }

    private static double rootMeanSquare(Field numbers, int sign) {
        return Math.sqrt(numbers.values()
                .filter(x -> x * sign > 0)
                .map(x -> x * x)
                .average()
                .orElse(Double.NaN));
    }

    private static double shape(int index) {
        return LEAST + 0.001 * index;
    }

    /// `Γ(2/α)² / (Γ(1/α) Γ(3/α))`, which grows with α.
    private static double ratio(double shape) {
        return Math.exp(2 * Gamma.logGamma(2 / shape) - Gamma.logGamma(1 / shape) - Gamma.logGamma(3 / shape));
    }

    /// The shape whose ratio is nearest.
    private static double shapeOf(double ratio) {
        int place = Arrays.binarySearch(RATIOS, ratio);
        int above = Math.clamp(place < 0 ? -place - 1 : place, 1, SHAPES - 1);
        return shape(RATIOS[above] - ratio < ratio - RATIOS[above - 1] ? above : above - 1);
    }
}
