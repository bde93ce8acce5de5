package dev.tintype.train.synthesize;

import dev.tintype.damage.Degradation;
import dev.tintype.damage.Degradation.Banding;
import dev.tintype.damage.Degradation.Blur;
import dev.tintype.damage.Degradation.Cast;
import dev.tintype.damage.Degradation.Compression;
import dev.tintype.damage.Degradation.Defocus;
import dev.tintype.damage.Degradation.Dust;
import dev.tintype.damage.Degradation.Fading;
import dev.tintype.damage.Degradation.GaussianNoise;
import dev.tintype.damage.Degradation.Grain;
import dev.tintype.damage.Degradation.MotionBlur;
import dev.tintype.damage.Degradation.Periodic;
import dev.tintype.damage.Degradation.Poisson;
import dev.tintype.damage.Degradation.SaltAndPepper;
import dev.tintype.damage.Degradation.Scratches;
import dev.tintype.damage.Degradation.Speckle;
import dev.tintype.diagnose.Kind;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Squares of sound photos with one damage each, subtle and strong, to judge a diagnosis by. Half of them in colour, a
/// third grey, the rest sepia; all rounded to 8 bits.
///
/// @param photos sound ones
/// @param side of a square, pixels
public record KnownDamage(PhotoLibrary photos, int side) {
    private static final int MARGIN = 32; // pixels, so that blur sees beyond the square

    /// The kinds that can be made, without a sound photo's.
    public static final List<Kind> KINDS = List.of(
            Kind.GAUSSIAN_NOISE,
            Kind.POISSON,
            Kind.SPECKLE,
            Kind.GRAIN,
            Kind.SALT_AND_PEPPER,
            Kind.PERIODIC,
            Kind.BANDING,
            Kind.COMPRESSION,
            Kind.MOTION_BLUR,
            Kind.DEFOCUS,
            Kind.GAUSSIAN_BLUR,
            Kind.FADING,
            Kind.LOW_CONTRAST,
            Kind.COLOUR_CAST,
            Kind.SCRATCHES,
            Kind.DUST);

    /// A square and what was done to it.
    public record Sample(Photo photo, Optional<Degradation> damage) {}

    /// The square of a seed, sound where no kind is given.
    public Sample sample(Optional<Kind> kind, long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        Recipe recipe = new Recipe(random);
        boolean tinted = kind.equals(Optional.of(Kind.FADING));
        boolean colour = kind.equals(Optional.of(Kind.COLOUR_CAST));
        Photo sound = toned(photos.crop(side + 2 * MARGIN, random), recipe, colour, tinted);
        if (kind.isEmpty()) {
            return new Sample(rounded(cropped(sound)), Optional.empty());
        }
        Photo ground = kind.get() == Kind.COMPRESSION ? rounded(cropped(sound)) : sound;
        Degradation damage = damage(kind.get(), ground.size(), recipe);
        Photo aged = new Degrader(random).apply(damage, ground);
        return new Sample(rounded(kind.get() == Kind.COMPRESSION ? aged : cropped(aged)), Optional.of(damage));
    }

    private static Photo toned(Photo photo, Recipe recipe, boolean colour, boolean threePlanes) {
        double draw = recipe.random().nextDouble();
        if (colour || draw < 0.5) {
            return photo;
        }
        if (draw < 0.65) {
            return Toning.random(photo, recipe, 0, 1);
        }
        Photo grey = Toning.random(photo, recipe, 1, 0);
        return threePlanes ? grey : new Photo(grey.planes().subList(0, 1));
    }

    private Photo cropped(Photo photo) {
        return photo.crop(new Region(MARGIN, MARGIN, new Size(side, side)));
    }

    private static Photo rounded(Photo photo) {
        return photo.map(plane -> plane.map(x -> Math.round(255 * Math.clamp(x, 0f, 1f)) / 255f));
    }

    private static Degradation damage(Kind kind, Size size, Recipe recipe) {
        Random random = recipe.random();
        return switch (kind) {
            case GAUSSIAN_NOISE -> new GaussianNoise(logarithmic(recipe, 4, 45) / 255);
            case POISSON -> new Poisson(logarithmic(recipe, 8, 200));
            case SPECKLE -> new Speckle(Math.sqrt(logarithmic(recipe, 0.004, 0.12)));
            case GRAIN -> new Grain(recipe.uniform(6, 25) / 255, recipe.uniform(0.6, 1.6));
            case SALT_AND_PEPPER -> new SaltAndPepper(logarithmic(recipe, 0.005, 0.35), recipe.uniform(0.3, 0.7));
            case PERIODIC ->
                new Periodic(
                        logarithmic(recipe, 3, 30) / 255,
                        logarithmic(recipe, 2.5, 24),
                        switch (random.nextInt(3)) {
                            case 0 -> 0;
                            case 1 -> 90;
                            default -> recipe.uniform(0, 180);
                        });
            case BANDING -> new Banding(logarithmic(recipe, 2, 15) / 255, random.nextBoolean());
            case COMPRESSION -> new Compression(5 + random.nextInt(46));
            case MOTION_BLUR -> new MotionBlur(recipe.uniform(5, 35), recipe.uniform(0, 180));
            case DEFOCUS -> new Defocus(recipe.uniform(1.5, 8));
            case GAUSSIAN_BLUR -> blur(recipe.uniform(0.9, 4));
            case FADING -> faded(recipe);
            case LOW_CONTRAST -> dull(recipe);
            case COLOUR_CAST -> new Fading(0, 1, 1, cast(recipe), 1);
            case SCRATCHES -> new Scratches(MarkMasks.scratches(size, recipe), tone(recipe, 0.8));
            case DUST -> new Dust(MarkMasks.dust(size, recipe), tone(recipe, 0.6));
            default -> throw new IllegalArgumentException("%s cannot be made here".formatted(kind));
        };
    }

    private static Blur blur(double sigma) {
        return new Blur(2 * (int) Math.ceil(3 * sigma) + 1, sigma);
    }

    /// Raised blacks, dulled whites, and the yellow of old paper and dyes.
    private static Fading faded(Recipe recipe) {
        double lo = recipe.uniform(0.1, 0.31);
        double warm = recipe.uniform(0.02, 0.1);
        Cast cast = new Cast(warm, recipe.uniform(-0.5, 0.5) * warm, -recipe.uniform(0.4, 1.2) * warm);
        return new Fading(lo, lo + recipe.uniform(0.4, 0.65), recipe.uniform(0.8, 1.25), cast, recipe.uniform(0.5, 1));
    }

    private static Fading dull(Recipe recipe) {
        double contrast = recipe.uniform(0.25, 0.6);
        double lo = recipe.uniform(0.02, 1 - contrast);
        return new Fading(lo, lo + contrast, 1, new Cast(0, 0, 0), 1);
    }

    /// One channel or two off by 0.07 to 0.25.
    private static Cast cast(Recipe recipe) {
        double strength = recipe.uniform(0.07, 0.25);
        double turn = recipe.uniform(0, 2 * Math.PI);
        return new Cast(
                strength * Math.cos(turn),
                strength * Math.cos(turn - 2 * Math.PI / 3),
                strength * Math.cos(turn + 2 * Math.PI / 3));
    }

    private static double tone(Recipe recipe, double brightShare) {
        return recipe.random().nextDouble() < brightShare ? recipe.uniform(0.8, 1) : recipe.uniform(0, 0.18);
    }

    private static double logarithmic(Recipe recipe, double from, double to) {
        return from * Math.pow(to / from, recipe.uniform(0, 1));
    }
}
