package dev.tintype.train.compare;

import java.util.Arrays;
import java.util.Collection;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A mean and the interval in which it lies with 95 % confidence, by the bootstrap's percentile method: the means of
/// 10000 samples that are drawn from the numbers with replacement, always by the same seed.
///
/// Source: B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13,
/// doi:10.1201/9780429246593.
///
/// @param count how many numbers there were
public record Interval(double mean, double low, double high, int count) {
    /// The same for a reader of a report.
    static final String MEANING =
            "The mean of the photos lies in it with 95 % confidence: percentiles 2.5 and 97.5 of the"
                    + " means of 10000 bootstrap samples of the photos, always by the same seed.";

    private static final int SAMPLES = 10_000;
    private static final long SEED = 20_030_711;
    private static final double TAIL = 0.025;

    /// That of some numbers, at least one.
    public static Interval of(Collection<Double> numbers) {
        double[] all = numbers.stream().mapToDouble(x -> x).toArray();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        double[] means = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            double sum = 0;
            for (int j = 0; j < all.length; j++) {
                sum += all[random.nextInt(all.length)];
            }
            means[i] = sum / all.length;
        }
        Arrays.sort(means);
        double mean = Arrays.stream(all).average().orElseThrow();
        return new Interval(mean, percentile(means, TAIL), percentile(means, 1 - TAIL), all.length);
    }

    private static double percentile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        double rest = place - below;
        return sorted[below] + rest * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
    }
}
