package dev.tintype.train.evaluate;

import dev.tintype.photo.Samples;

/// How well a found mask meets the true one: what lies within 2 pixels of the other counts as met.
///
/// @param precision share of what was found that is damaged, 0 to 1
/// @param recall share of the damage that was found, 0 to 1
public record Detection(double precision, double recall) {
    private static final int TOLERANCE = 2;

    static Detection of(Samples found, Samples known) {
        return new Detection(share(found, known), share(known, found));
    }

    /// The harmonic mean of both.
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static double share(Samples of, Samples in) {
        long all = 0;
        long met = 0;
        for (int row = 0; row < of.size().height(); row++) {
            for (int column = 0; column < of.size().width(); column++) {
                if (lost(of, row, column)) {
                    all++;
                    met += near(in, row, column) ? 1 : 0;
                }
            }
        }
        return all == 0 ? 1 : (double) met / all;
    }

    private static boolean near(Samples mask, int row, int column) {
        for (int y = Math.max(0, row - TOLERANCE); y <= Math.min(mask.size().height() - 1, row + TOLERANCE); y++) {
            for (int x = Math.max(0, column - TOLERANCE);
                    x <= Math.min(mask.size().width() - 1, column + TOLERANCE);
                    x++) {
                if (lost(mask, y, x)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean lost(Samples mask, int row, int column) {
        return mask.raw(0, row, column) > mask.depth().white() / 2;
    }
}
