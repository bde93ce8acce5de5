package dev.tintype.train.evaluate;

import dev.tintype.photo.Samples;

/// How well a found mask meets the true one: what lies within 2 pixels of the other counts as met.
///
/// @param precision share of what was found that is damaged, 0 to 1
/// @param recall share of the damage that was found, 0 to 1
/// @param averagePrecision the precision, averaged over all recalls that thresholds of sureness from 1 to 255 of 255
///     bring: `Σ (R_k − R_(k−1)) P_k`, 0 to 1; what is called sound without any doubt counts as never found
public record Detection(double precision, double recall, double averagePrecision) {
    private static final int TOLERANCE = 2;
    private static final int LEVELS = 256;

    static Detection of(Samples found, Samples known) {
        long[] alarms = new long[LEVELS]; // pixels by how surely they were found
        long[] right = new long[LEVELS]; // those of them beside which there is damage
        long[] met = new long[LEVELS]; // pixels of damage by what is surest beside them
        for (int row = 0; row < found.size().height(); row++) {
            for (int column = 0; column < found.size().width(); column++) {
                int level = level(found, row, column);
                alarms[level]++;
                right[level] += surest(known, row, column) >= LEVELS / 2 ? 1 : 0;
                if (level(known, row, column) >= LEVELS / 2) {
                    met[surest(found, row, column)]++;
                }
            }
        }
        long damaged = sum(met, 0);
        double area = 0;
        double before = 0;
        for (int level = LEVELS - 1; level > 0; level--) {
            double recall = share(sum(met, level), damaged);
            area += (recall - before) * share(sum(right, level), sum(alarms, level));
            before = recall;
        }
        return new Detection(
                share(sum(right, LEVELS / 2), sum(alarms, LEVELS / 2)),
                share(sum(met, LEVELS / 2), damaged),
                damaged == 0 && sum(alarms, 1) > 0 ? 0 : area);
    }

    /// The harmonic mean of precision and recall.
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static double share(long part, long all) {
        return all == 0 ? 1 : (double) part / all;
    }

    private static long sum(long[] levels, int from) {
        long sum = 0;
        for (int level = from; level < LEVELS; level++) {
            sum += levels[level];
        }
        return sum;
    }

    private static int surest(Samples mask, int row, int column) {
        int most = 0;
        for (int y = Math.max(0, row - TOLERANCE); y <= Math.min(mask.size().height() - 1, row + TOLERANCE); y++) {
            for (int x = Math.max(0, column - TOLERANCE);
                    x <= Math.min(mask.size().width() - 1, column + TOLERANCE);
                    x++) {
                most = Math.max(most, level(mask, y, x));
            }
        }
        return most;
    }

    private static int level(Samples mask, int row, int column) {
        return Math.round((LEVELS - 1) * mask.raw(0, row, column) / mask.depth().white());
    }
}
