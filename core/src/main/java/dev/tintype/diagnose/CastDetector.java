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
        Cast ends = FadingDetector.cast(tones);
        Cast means = FadingDetector.shared(tones.shadows(), tones.lights());
        double confidence = Math.min(Confidence.of(most(ends), 0.034, 0.042), Confidence.of(most(means), 0.04, 0.048))
                * (1 - FadingDetector.narrow(tones));
        return new Finding(
                new Fading(0, 1, 1, means, 1),
                tones.toning() == Toning.COLOUR ? confidence : 0,
                Map.of("tint of both ends", most(ends), "tint of lights and shadows", most(means)));
    }

    private static double most(Cast cast) {
        return Math.max(Math.abs(cast.red()), Math.max(Math.abs(cast.green()), Math.abs(cast.blue())));
    }
}
