package dev.tintype.diagnose;

import dev.tintype.damage.Degradation.Banding;
import java.util.Map;

/// Lines that are lighter or darker over their whole length, each by a number of its own.
final class BandingDetector implements Detector {
    @Override
    public Finding examine(Measurements measured) {
        boolean rows = measured.rows().usual() * measured.rows().steady()
                >= measured.columns().usual() * measured.columns().steady();
        LineProfile profile = rows ? measured.rows() : measured.columns();
        double shared = Confidence.of(profile.agreement(), 0.42, 0.5);
        double all = Confidence.of(255 * profile.usual(), 1.4, 1.7);
        double irregular = Confidence.of(profile.tonal(), 0.4, 0.33);
        return new Finding(
                new Banding(profile.sigma(), rows),
                Math.min(shared, Math.min(all, irregular)),
                Map.of(
                        "agreement of the thirds",
                        profile.agreement(),
                        "usual difference",
                        profile.usual(),
                        "share of one frequency",
                        profile.tonal()));
    }
}
