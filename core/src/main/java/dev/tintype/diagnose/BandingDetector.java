package dev.tintype.diagnose;

import dev.tintype.damage.Degradation.Banding;
import java.util.Map;

/// Lines that are lighter or darker over their whole length, each by a number of its own.
final class BandingDetector implements Detector {
    @Override
    public Finding examine(Measurements measured) {
        boolean rows = rows(measured);
        LineProfile profile = rows ? measured.rows() : measured.columns();
        return new Finding(
                new Banding(profile.sigma(), rows),
                confidence(measured),
                Map.of(
                        "agreement of the thirds in most lines",
                        profile.steady(),
                        "usual difference",
                        profile.usual(),
                        "share of one frequency",
                        profile.tonal()));
    }

    private static boolean rows(Measurements measured) {
        return measured.rows().usual() * measured.rows().steady()
                >= measured.columns().usual() * measured.columns().steady();
    }

    static double confidence(Measurements measured) {
        LineProfile profile = rows(measured) ? measured.rows() : measured.columns();
        double shared = Confidence.of(profile.steady(), 0.24, 0.32);
        double all = Confidence.of(255 * profile.usual(), 1.3, 1.7);
        double irregular = Confidence.of(profile.tonal(), 0.4, 0.33);
        return Math.min(shared, Math.min(all, irregular)) * (1 - PeriodicDetector.towering(measured.peak()));
    }
}
