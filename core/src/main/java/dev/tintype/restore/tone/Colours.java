package dev.tintype.restore.tone;

import dev.tintype.photo.Plane;
import java.util.List;

/// What the colours of a photo are like as a whole: its percentiles.
final class Colours {
    private static final int BINS = 4096;

    private Colours() {}

    /// The sample below which a share of all samples of some planes lies.
    ///
    /// @param share 0 to 1
    static double percentile(List<Plane> planes, double share) {
        int[] counts = new int[BINS];
        long all = 0;
        for (Plane plane : planes) {
            for (float sample : plane.toArray()) {
                counts[Math.clamp(Math.round(sample * (BINS - 1)), 0, BINS - 1)]++;
            }
            all += plane.size().area();
        }
        double enough = share * all;
        long sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += counts[bin];
            if (sum >= enough && sum > 0) {
                return bin / (BINS - 1.0);
            }
        }
        return 1;
    }
}
