package dev.tintype.restore.deblur;

/// What a gradient `v` becomes under a hyper-Laplacian prior: the `w` that makes `|w|^⅔ + β/2 (w − v)²` least.
///
/// Scaled by `β^¾`, all `β` share one table, which is read with interpolation.
final class Shrinkage {
    private static final double EXPONENT = 2 / 3.0;
    private static final int FINENESS = 128; // entries for a step of 1
    private static final int LONGEST = 200; // beyond, nothing is shrunk noticeably
    private static final double THRESHOLD = threshold();
    private static final float[] TABLE = table();

    private final float scale;

    Shrinkage(double beta) {
        scale = (float) Math.pow(beta, 1 / (2 - EXPONENT));
    }

    float at(float gradient) {
        float size = Math.abs(gradient) * scale;
        if (size <= THRESHOLD) {
            return 0;
        }
        float place = size * FINENESS;
        int below = (int) place;
        if (below + 1 >= TABLE.length) {
            return gradient;
        }
        float shrunk = TABLE[below] + (place - below) * (TABLE[below + 1] - TABLE[below]);
        return Math.copySign(shrunk / scale, gradient);
    }

    /// Where 0 and the other minimum are equally good.
    private static double threshold() {
        double best = Math.pow(2 * (1 - EXPONENT), 1 / (2 - EXPONENT)); // w at the threshold
        return best + EXPONENT * Math.pow(best, EXPONENT - 1);
    }

    /// The larger minimum, also a little below the threshold so that it can be interpolated there.
    private static float[] table() {
        float[] table = new float[LONGEST * FINENESS + 1];
        int first = (int) (THRESHOLD * FINENESS);
        for (int i = first; i < table.length; i++) {
            double v = (double) i / FINENESS;
            double w = v;
            for (int step = 0; step < 20; step++) {
                double slope = w - v + EXPONENT * Math.pow(w, EXPONENT - 1);
                double curve = 1 + EXPONENT * (EXPONENT - 1) * Math.pow(w, EXPONENT - 2);
                w -= slope / curve;
            }
            table[i] = (float) w;
        }
        return table;
    }
}
