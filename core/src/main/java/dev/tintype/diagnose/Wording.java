package dev.tintype.diagnose;

import dev.tintype.damage.Degradation;
import dev.tintype.damage.Degradation.Banding;
import dev.tintype.damage.Degradation.Blur;
import dev.tintype.damage.Degradation.Cast;
import dev.tintype.damage.Degradation.Compression;
import dev.tintype.damage.Degradation.Covering;
import dev.tintype.damage.Degradation.Defocus;
import dev.tintype.damage.Degradation.Dust;
import dev.tintype.damage.Degradation.Fading;
import dev.tintype.damage.Degradation.GaussianNoise;
import dev.tintype.damage.Degradation.Grain;
import dev.tintype.damage.Degradation.LowResolution;
import dev.tintype.damage.Degradation.MotionBlur;
import dev.tintype.damage.Degradation.Periodic;
import dev.tintype.damage.Degradation.Poisson;
import dev.tintype.damage.Degradation.SaltAndPepper;
import dev.tintype.damage.Degradation.Scratches;
import dev.tintype.damage.Degradation.Speckle;
import dev.tintype.photo.Plane;
import java.util.Locale;

/// A degradation in plain words.
final class Wording {
    private Wording() {}

    static String of(Degradation degradation) {
        return Kind.of(degradation).words() + ", " + parameters(degradation);
    }

    private static String parameters(Degradation degradation) {
        return switch (degradation) {
            case GaussianNoise(double sigma) -> "sigma " + levels(sigma);
            case Poisson(double peak) -> String.format(Locale.ROOT, "%.0f photons at white", peak);
            case Speckle(double sigma) -> String.format(Locale.ROOT, "sigma %.0f %% of the light", 100 * sigma);
            case Grain(double sigma, double radius) ->
                String.format(Locale.ROOT, "sigma %s, radius %.1f px", levels(sigma), radius);
            case SaltAndPepper(double share, double salt) ->
                String.format(Locale.ROOT, "%.1f %% of the samples, %.0f %% of them white", 100 * share, 100 * salt);
            case Periodic(double amplitude, double period, double degrees) ->
                String.format(
                        Locale.ROOT,
                        "amplitude %s, period %.1f px at %.0f degrees",
                        levels(amplitude),
                        period,
                        degrees);
            case Banding(double sigma, boolean rows) ->
                String.format(
                        Locale.ROOT,
                        "sigma %s from %s to %s",
                        levels(sigma),
                        rows ? "row" : "column",
                        rows ? "row" : "column");
            case Compression(int quality) -> String.format(Locale.ROOT, "quality %d", quality);
            case MotionBlur(double length, double degrees) ->
                String.format(Locale.ROOT, "%.0f px at %.0f degrees", length, degrees);
            case Defocus(double radius) -> String.format(Locale.ROOT, "radius %.1f px", radius);
            case Blur(int _, double sigma) -> String.format(Locale.ROOT, "sigma %.1f px", sigma);
            case LowResolution(double width, double height, boolean _) ->
                String.format(Locale.ROOT, "%.0f %% of the width, %.0f %% of the height", 100 * width, 100 * height);
            case Fading fading -> tones(fading);
            case Scratches(var where, double tone) -> marks(where.damage(), tone);
            case Dust(var where, double tone) -> marks(where.damage(), tone);
            case Covering covering -> marks(covering.cover(), 0.5);
        };
    }

    private static String tones(Fading fading) {
        Cast cast = fading.cast();
        String tint = String.format(
                Locale.ROOT,
                "red %+.0f, green %+.0f, blue %+.0f of 255",
                255 * cast.red(),
                255 * cast.green(),
                255 * cast.blue());
        String range =
                String.format(Locale.ROOT, "black at %.0f, white at %.0f of 255", 255 * fading.lo(), 255 * fading.hi());
        return switch (Kind.of(fading)) {
            case COLOUR_CAST -> tint;
            case LOW_CONTRAST -> range;
            default -> range + ", " + tint;
        };
    }

    private static String marks(Plane where, double tone) {
        double sum = 0;
        for (float x : where.toArray()) {
            sum += x;
        }
        String colour = tone > 0.6 ? "bright, " : tone < 0.4 ? "dark, " : "";
        return String.format(
                Locale.ROOT,
                "%s%.2f %% of the photo",
                colour,
                100 * sum / where.size().area());
    }

    private static String levels(double sample) {
        return String.format(Locale.ROOT, "%.1f of 255", 255 * sample);
    }
}
