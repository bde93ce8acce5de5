package dev.tintype.diagnose;

import dev.tintype.damage.Degradation.Cast;
import dev.tintype.damage.Degradation.Fading;
import dev.tintype.diagnose.Diagnosis.Toning;
import dev.tintype.diagnose.Tones.Range;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// One tint in the lights and the shadows of a colour photo. The weights of the evidence are those of a logistic
/// regression on squares of `KnownDamage`, squares of faded tints and whole sound photos, which count three times,
/// from the photos cid22 and nips17.
final class CastDetector implements Detector {
    private static final double EVEN = 8.2; // evidence
    private static final double TO_SURE = 1.2; // evidence beyond even odds

    @Override
    public Finding examine(Measurements measured) {
        Tones tones = measured.tones();
        Cast both = FadingDetector.cast(tones);
        Cast tint = FadingDetector.shared(tones.shadows(), tones.lights());
        boolean colour = tones.toning() == Toning.COLOUR;
        double evidence = colour ? evidence(tones, Hue.of(both), Hue.of(tint)) : 0;
        double confidence = colour ? Confidence.of(evidence, EVEN, EVEN + TO_SURE) : 0;
        return new Finding(
                new Fading(0, 1, 1, tint, 1),
                confidence * (1 - FadingDetector.narrow(tones)),
                Map.of(
                        "tint of both ends",
                        most(both),
                        "tint of lights and shadows",
                        most(tint),
                        "evidence",
                        evidence));
    }

    /// How much speaks for a cast: the darkest and the lightest tones lean to the same hue, and channels are
    /// pushed against one end of the range and leave the other. What is warm, or tinted in the middle tones
    /// alone, may well be the scene's.
    ///
    /// @param ends the tint that the darkest and the lightest tones share
    /// @param shared the tint that shadows and lights share
    private static double evidence(Tones tones, Hue ends, Hue shared) {
        Hue common = Hue.of(tones.lights()).plus(Hue.of(tones.shadows())).times(0.5);
        Hue way = common.times(1 / Math.max(common.length(), 1e-6));
        Hue pushed = Hue.of(each(tones, CastDetector::push));
        double clipped = Math.sqrt(sum(tones, range -> range.blacks() + range.whites()));
        double room = sum(tones, range -> 1 - range.lightest());
        double middle = Hue.of(each(tones, Range::mean)).dot(way);
        double light =
                tones.lights().stream().mapToDouble(channel -> channel).min().orElse(0);
        return 181 * light * ends.length()
                + 424 * pushed.length() * ends.length()
                + (76 * shared.length() - 360 * ends.warm()) * ends.warm()
                + 5.16 * clipped
                + (81 * shared.length() - 36.6 * pushed.dot(way)) * room
                - 19 * middle * middle
                - 6.5 * light * common.warm();
    }

    /// How far a channel is pushed against white and has left black, or the other way round: less than 0.
    private static double push(Range range) {
        return Math.sqrt(range.whites()) * range.darkest() - Math.sqrt(range.blacks()) * (1 - range.lightest());
    }

    private static List<Double> each(Tones tones, ToDoubleFunction<Range> measure) {
        return tones.channels().stream().map(measure::applyAsDouble).toList();
    }

    private static double sum(Tones tones, ToDoubleFunction<Range> measure) {
        return tones.channels().stream().mapToDouble(measure).sum();
    }

    private static double most(Cast cast) {
        return Math.max(Math.abs(cast.red()), Math.max(Math.abs(cast.green()), Math.abs(cast.blue())));
    }

    /// A colour less its mean.
    private record Hue(double red, double green, double blue) {
        static Hue of(List<Double> colour) {
            double mean = (colour.get(0) + colour.get(1) + colour.get(2)) / 3;
            return new Hue(colour.get(0) - mean, colour.get(1) - mean, colour.get(2) - mean);
        }

        static Hue of(Cast cast) {
            return of(List.of(cast.red(), cast.green(), cast.blue()));
        }

        /// How yellow or red, less than 0 where it is blue.
        double warm() {
            return red - blue;
        }

        Hue plus(Hue other) {
            return new Hue(red + other.red, green + other.green, blue + other.blue);
        }

        Hue times(double factor) {
            return new Hue(factor * red, factor * green, factor * blue);
        }

        double dot(Hue other) {
            return red * other.red + green * other.green + blue * other.blue;
        }

        double length() {
            return Math.sqrt(dot(this));
        }
    }
}
