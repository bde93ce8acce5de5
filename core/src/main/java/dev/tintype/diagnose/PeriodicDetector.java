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
                confidence(measured),
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

    /// Lines that differ each on its own have peaks too, so banding is ruled out.
    static double confidence(Measurements measured) {
        SpectralPeak peak = measured.peak();
        double high = Confidence.of(peak.height(), 2.9, 3.1);
        double inStep = Confidence.of(peak.coherence(), 0.78, 0.84);
        double even = Math.max(
                Confidence.of(peak.evenness(), 0.66, 0.74), // or, where the scene has some of it too, perfectly in step
                Math.min(Confidence.of(peak.evenness(), 0.42, 0.5), Confidence.of(peak.coherence(), 0.985, 0.992)));
        double regular = Math.max(Math.min(inStep, even), towering(peak));
        return Math.min(Math.min(high, strong(peak)), regular) * (1 - BandingDetector.confidence(measured));
    }

    /// How surely a wave stands out more than banding ever does; then it may be a little less in step, as a weak one
    /// over a busy scene is.
    static double towering(SpectralPeak peak) {
        double high = Confidence.of(peak.height(), 3.6, 3.8);
        double regular = Confidence.of(peak.coherence() * peak.evenness(), 0.565, 0.61);
        return Math.min(strong(peak), Math.min(high, regular));
    }

    private static double strong(SpectralPeak peak) {
        return Confidence.of(255 * peak.amplitude(), 1.8, 2.3);
    }
}
