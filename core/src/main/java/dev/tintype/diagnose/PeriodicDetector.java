package dev.tintype.diagnose;

import dev.tintype.damage.Degradation.Periodic;
import java.util.Map;

/// One frequency that stands out and runs through the whole photo in step.
final class PeriodicDetector implements Detector {
    @Override
    public Finding examine(Measurements measured) {
        SpectralPeak peak = measured.peak();
        return new Finding(
                new Periodic(peak.amplitude(), peak.period(), peak.degrees()),
                confidence(peak),
                Map.of(
                        "height over its neighbours",
                        peak.height(),
                        "coherence",
                        peak.coherence(),
                        "evenness",
                        peak.evenness(),
                        "amplitude",
                        peak.amplitude()));
    }

    static double confidence(SpectralPeak peak) {
        double high = Confidence.of(peak.height(), 2.9, 3.2);
        double inStep = Confidence.of(peak.coherence(), 0.88, 0.92);
        double even = Confidence.of(peak.evenness(), 0.72, 0.8);
        return Math.min(high, Math.min(inStep, even));
    }
}
