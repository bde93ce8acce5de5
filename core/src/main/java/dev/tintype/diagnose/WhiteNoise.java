package dev.tintype.diagnose;

import dev.tintype.damage.Degradation;
import dev.tintype.diagnose.NoiseCurve.Fit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/// What the detectors of white noise share: a law of noise against light holds if it fits the smoothest blocks of all
/// tones, fits better than the other laws, and neighbouring samples do not vary together as texture and grain do.
final class WhiteNoise {
    private WhiteNoise() {}

    /// @param noise the degradation, from the deviation at white
    static Finding of(NoiseLaw law, Measurements measured, DoubleFunction<Degradation> noise) {
        List<Fit> fits = measured.curve().fits();
        Fit own = fits.stream().filter(fit -> fit.law() == law).findFirst().orElseThrow();
        Fit rival = fits.stream()
                .filter(fit -> fit.law() != law)
                .min(Comparator.comparingDouble(Fit::misfit))
                .orElseThrow();
        FlatBlocks flat = measured.flat();
        double fitting = Confidence.of(own.misfit(), 0.5, 0.36);
        double better = Confidence.of(Math.log(rival.misfit() / own.misfit()), 0, 0.2);
        double strong = Confidence.of(255 * own.white(), 2.8, 3.3);
        double confidence =
                Math.min(Math.min(fitting, better), Math.min(Math.min(white(flat, own), strong), noScene(flat, own)));
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("misfit", own.misfit());
        numbers.put("misfit of the next law", rival.misfit());
        numbers.put("correlation of neighbours", flat.one());
        numbers.put("correlation of channels", flat.channels());
        numbers.put("sigma at white", own.white());
        return new Finding(noise.apply(own.white()), confidence, numbers);
    }

    /// Neighbours that do not vary together; or, where texture hides that, channels that do not and a perfect fit.
    private static double white(FlatBlocks flat, Fit fit) {
        double neighbours = Confidence.of(flat.one(), 0.44, 0.39);
        double channels = Confidence.of(flat.channels(), 0.22, 0.16);
        return Math.max(neighbours, Math.min(channels, Confidence.of(fit.misfit(), 0.16, 0.12)));
    }

    /// Texture is the same in all channels; noise may be too, on a grey photo in a colour file, but fits well then.
    private static double noScene(FlatBlocks flat, Fit fit) {
        double fits = Confidence.of(fit.misfit(), 0.22, 0.18);
        return Double.isNaN(flat.channels()) ? 1 : Math.max(fits, Confidence.of(flat.channels(), 0.6, 0.45));
    }
}
