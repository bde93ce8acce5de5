package dev.tintype.diagnose;

import dev.tintype.damage.Degradation.Cast;
import dev.tintype.damage.Degradation.Fading;
import dev.tintype.diagnose.Tones.Range;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A photo that uses little of the range from black to white, with a tint in lights and shadows alike (faded) or
/// without (low contrast).
final class FadingDetector implements Detector {
    @Override
    public Finding examine(Measurements measured) {
        Tones tones = measured.tones();
        Range range = tones.luminance();
        double narrow = narrow(tones);
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("black point", range.black());
        numbers.put("white point", range.white());
        numbers.put("darkest", range.darkest());
        numbers.put("lightest", range.lightest());
        Fading fading = new Fading(range.black(), range.white(), 1, cast(tones), 1);
        return new Finding(fading, narrow, numbers);
    }

    /// How surely the photo lacks tones: nearly every sound one has a channel that is almost black somewhere and almost
    /// white elsewhere.
    static double narrow(Tones tones) {
        double widest = tones.channels().stream()
                .mapToDouble(range -> range.lightest() - range.darkest())
                .max()
                .orElse(1);
        return Confidence.of(widest, 0.66, 0.625);
    }

    /// The tint that the darkest and the lightest tones of the channels share; in each channel the smaller of both.
    static Cast cast(Tones tones) {
        List<Double> darkest = tones.channels().stream().map(Range::darkest).toList();
        List<Double> lightest = tones.channels().stream().map(Range::lightest).toList();
        return shared(darkest, lightest);
    }

    /// What two colours, each less its mean, have in common.
    static Cast shared(List<Double> one, List<Double> other) {
        if (one.size() < 3) {
            return new Cast(0, 0, 0);
        }
        double[] shared = new double[3];
        for (int c = 0; c < 3; c++) {
            double first = one.get(c) - (one.get(0) + one.get(1) + one.get(2)) / 3;
            double second = other.get(c) - (other.get(0) + other.get(1) + other.get(2)) / 3;
            shared[c] = first * second <= 0 ? 0 : Math.copySign(Math.min(Math.abs(first), Math.abs(second)), first);
        }
        return new Cast(shared[0], shared[1], shared[2]);
    }
}
