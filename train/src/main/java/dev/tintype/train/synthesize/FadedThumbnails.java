package dev.tintype.train.synthesize;

import dev.tintype.nn.net.ToneNet;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.Random;

/// Thumbnails of whole photos, faded or not.
public final class FadedThumbnails {
    private static final Size SIZE = new Size(ToneNet.THUMBNAIL, ToneNet.THUMBNAIL);

    private final List<Photo> thumbnails;

    public FadedThumbnails(PhotoLibrary library) {
        thumbnails = library.photos().stream().map(FadedThumbnails::thumbnail).toList();
    }

    private static Photo thumbnail(Samples samples) {
        Photo photo = samples.photo();
        Photo colour = photo.grey()
                ? new Photo(List.of(
                        photo.planes().getFirst(),
                        photo.planes().getFirst(),
                        photo.planes().getFirst()))
                : photo;
        return colour.map(plane -> Resample.area(plane, SIZE));
    }

    /// A thumbnail, faded with probability 0.6.
    public Sample sample(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        Recipe recipe = new Recipe(random);
        Degrader degrader = new Degrader(random);
        Photo sound = Toning.random(thumbnails.get(random.nextInt(thumbnails.size())), recipe, 0.12, 0.12);
        Photo aged = random.nextInt(10) < 6 ? degrader.apply(recipe.fading(), sound) : sound;
        return new Sample(aged, sound, new Mask(Plane.of(SIZE, (_, _) -> 0)));
    }
}
