package dev.tintype.train.synthesize;

import dev.tintype.damage.Degradation;
import dev.tintype.damage.Degradation.Blur;
import dev.tintype.damage.Degradation.GaussianNoise;
import dev.tintype.damage.Degradation.SaltAndPepper;
import dev.tintype.nn.net.ToneNet;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Thumbnails of photos and of parts of them, faded or not. Parts, mirroring, and a little exposure and colour of their
/// own
/// keep the network from knowing the photos by heart, which it otherwise does within minutes.
public final class FadedThumbnails {
    private static final Size SIZE = new Size(ToneNet.THUMBNAIL, ToneNet.THUMBNAIL);
    private static final int LARGE = 160; // side of what the parts are cut from, pixels
    private static final int SMALLEST = 88;
    private static final double MISSED = 0.03; // mean change by fading, sample units, from which on it matters

    private final List<Photo> sources;

    public FadedThumbnails(PhotoLibrary library) {
        sources = library.photos().stream().map(FadedThumbnails::thumbnail).toList();
    }

    private static Photo thumbnail(Samples samples) {
        Photo photo = samples.photo();
        Photo colour = photo.grey()
                ? new Photo(List.of(
                        photo.planes().getFirst(),
                        photo.planes().getFirst(),
                        photo.planes().getFirst()))
                : photo;
        return colour.map(plane -> Resample.resized(plane, new Size(LARGE, LARGE)));
    }

    /// A thumbnail, faded with probability 0.5.
    public FadedThumbnail sample(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        Recipe recipe = new Recipe(random);
        Degrader degrader = new Degrader(random);
        Photo sound = Toning.random(exposed(part(random), recipe), recipe, 0.12, 0.2);
        Photo faded = random.nextBoolean() ? degrader.apply(recipe.fading(), sound) : sound;
        boolean missed = difference(sound, faded) > MISSED;
        return new FadedThumbnail(degrader.apply(left(recipe), faded), missed ? sound : faded, missed);
    }

    /// What mending leaves of blur, noise and marks.
    private static List<Degradation> left(Recipe recipe) {
        List<Degradation> all = new ArrayList<>();
        if (recipe.random().nextBoolean()) {
            all.add(new Blur(3, recipe.uniform(0.2, 0.7)));
        }
        if (recipe.random().nextBoolean()) {
            all.add(new GaussianNoise(recipe.uniform(0, 0.03)));
        }
        if (recipe.random().nextInt(5) < 2) {
            all.add(new SaltAndPepper(recipe.uniform(0, 0.01), 0.8));
        }
        return all;
    }

    /// Mean of the absolute differences, sample units.
    static double difference(Photo one, Photo other) {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            float[] x = one.planes().get(c).toArray();
            float[] y = other.planes().get(c).toArray();
            for (int i = 0; i < x.length; i++) {
                sum += Math.abs(x[i] - y[i]) / (3.0 * x.length);
            }
        }
        return sum;
    }

    private Photo part(Random random) {
        Photo source = sources.get(random.nextInt(sources.size()));
        int width = SMALLEST + random.nextInt(LARGE - SMALLEST + 1);
        int height = SMALLEST + random.nextInt(LARGE - SMALLEST + 1);
        Region region = new Region(
                random.nextInt(LARGE - height + 1), random.nextInt(LARGE - width + 1), new Size(width, height));
        return Turn.random(source.crop(region).map(plane -> Resample.area(plane, SIZE)), random);
    }

    /// A photo is as sound a little lighter or darker, warmer or colder; one of five is dull, as scans of film
    /// are.
    private static Photo exposed(Photo photo, Recipe recipe) {
        double gamma = recipe.uniform(0.8, 1.25);
        double dull = recipe.random().nextInt(5) == 0 ? 1 : 0.3;
        double white = 1 - dull * recipe.uniform(0, 0.25);
        double black = dull * recipe.uniform(0, 0.14);
        double warmth = recipe.uniform(-0.04, 0.04);
        double[] gain = {1 + warmth, 1, 1 - warmth};
        List<Plane> planes = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            double most = (white - black) * gain[c];
            planes.add(photo.planes().get(c).map(x -> (float) Math.clamp(black + most * Math.pow(x, gamma), 0, 1)));
        }
        return new Photo(planes);
    }
}
