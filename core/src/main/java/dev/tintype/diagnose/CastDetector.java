package dev.tintype.diagnose;

import dev.tintype.damage.Degradation.Cast;
import dev.tintype.damage.Degradation.Fading;
import dev.tintype.diagnose.Diagnosis.Toning;
import java.util.Map;

/// One tint in the lights and the shadows of a colour photo.
final class CastDetector implements Detector {
    @Override
    public Finding examine(Measurements measured) {
        Tones tones = measured.tones();
        Cast means = means(tones);
        return new Finding(
                new Fading(0, 1, 1, means, 1),
                confidence(tones),
                Map.of(
                        "tint of both ends",
                        most(FadingDetector.cast(tones)),
                        "tint of lights and shadows",
                        most(means)));
    }

    static double confidence(Tones tones) {
        if (tones.toning() != Toning.COLOUR) {
            return 0;
        }
        double ends = Confidence.of(most(FadingDetector.cast(tones)), 0.034, 0.042);
        return Math.min(ends, Confidence.of(most(means(tones)), 0.04, 0.048)) * (1 - FadingDetector.narrow(tones));
    }

    private static Cast means(Tones tones) {
        return FadingDetector.shared(tones.shadows(), tones.lights());
    }

    private static double most(Cast cast) {
        return Math.max(Math.abs(cast.red()), Math.max(Math.abs(cast.green()), Math.abs(cast.blue())));
    }
}
