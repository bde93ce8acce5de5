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
    GAUSSIAN_NOISE("Gaussian noise"),
    POISSON("Poisson (shot) noise"),
    SPECKLE("Speckle"),
    GRAIN("Film grain"),
    SALT_AND_PEPPER("Salt-and-pepper noise"),
    PERIODIC("Periodic pattern"),
    BANDING("Banding"),
    COMPRESSION("JPEG blocks"),
    MOTION_BLUR("Motion blur"),
    DEFOCUS("Defocus"),
    GAUSSIAN_BLUR("Gaussian blur"),
    LOW_RESOLUTION("Low resolution"),
    FADING("Fading"),
    LOW_CONTRAST("Low contrast"),
    COLOUR_CAST("Colour cast"),
    SCRATCHES("Scratches"),
    DUST("Dust"),
    COVERING("Covered parts");

    private static final double NEUTRAL = 0.0135; // a cast below this, in sample units, is none

    private final String words;

    Kind(String words) {
        this.words = words;
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
