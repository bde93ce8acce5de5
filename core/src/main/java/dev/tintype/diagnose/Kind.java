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

/// The kinds of damage, in the words of the field.
public enum Kind {
    GAUSSIAN_NOISE(1, "Gaussian noise"),
    POISSON(1, "Poisson (shot) noise"),
    SPECKLE(1, "Speckle"),
    GRAIN(1, "Film grain"),
    SALT_AND_PEPPER(1, "Salt-and-pepper noise"),
    PERIODIC(1, "Periodic pattern"),
    BANDING(1, "Banding"),
    COMPRESSION(1, "JPEG blocks"),
    MOTION_BLUR(1, "Motion blur"),
    DEFOCUS(1, "Defocus"),
    GAUSSIAN_BLUR(1, "Gaussian blur"),
    LOW_RESOLUTION(1, "Low resolution"),
    FADING(0.7, "Fading"),
    LOW_CONTRAST(0.7, "Low contrast"),
    COLOUR_CAST(0.6, "Colour cast"),
    SCRATCHES(0.7, "Scratches"),
    DUST(0.7, "Dust"),
    COVERING(0.7, "Covered parts");

    private static final double NEUTRAL = 0.0135; // a cast below this, in sample units, is none

    private final double weight;
    private final String words;

    Kind(double weight, String words) {
        this.weight = weight;
        this.words = words;
    }

    /// How much a finding of this kind counts among others as sure: noise and blur of a photo look like no scene, while
    /// few tones, lines and specks may be in the scene itself.
    double weight() {
        return weight;
    }

    /// Such as "Film grain".
    public String words() {
        return words;
    }

    /// The kind of a degradation. A loss of range with a tint is fading, one without low contrast, a tint alone a cast.
    public static Kind of(Degradation degradation) {
        return switch (degradation) {
            case GaussianNoise _ -> GAUSSIAN_NOISE;
            case Poisson _ -> POISSON;
            case Speckle _ -> SPECKLE;
            case Grain _ -> GRAIN;
            case SaltAndPepper _ -> SALT_AND_PEPPER;
            case Periodic _ -> PERIODIC;
            case Banding _ -> BANDING;
            case Compression _ -> COMPRESSION;
            case MotionBlur _ -> MOTION_BLUR;
            case Defocus _ -> DEFOCUS;
            case Blur _ -> GAUSSIAN_BLUR;
            case LowResolution _ -> LOW_RESOLUTION;
            case Fading fading -> of(fading);
            case Scratches _ -> SCRATCHES;
            case Dust _ -> DUST;
            case Covering _ -> COVERING;
        };
    }

    private static Kind of(Fading fading) {
        if (fading.lo() == 0 && fading.hi() == 1) {
            return COLOUR_CAST;
        }
        Cast cast = fading.cast();
        double most = Math.max(Math.abs(cast.red()), Math.max(Math.abs(cast.green()), Math.abs(cast.blue())));
        return most > NEUTRAL ? FADING : LOW_CONTRAST;
    }
}
