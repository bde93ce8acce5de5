package dev.tintype.train.synthesize;

import dev.tintype.damage.Degradation.Cast;
import dev.tintype.damage.Degradation.Fading;
import dev.tintype.photo.Photo;
import java.util.List;

/// Makes some photos grey or sepia, since many old photos are and should stay so.
final class Toning {
    private static final Fading GREY = new Fading(0, 1, 1, new Cast(0, 0, 0), 0);

    private Toning() {}

    /// Grey with probability `grey`, sepia with probability `sepia`, else as it was. Black and white stay neutral.
    static Photo random(Photo photo, Recipe recipe, double grey, double sepia) {
        double kind = recipe.random().nextDouble();
        if (kind >= grey + sepia) {
            return photo;
        }
        Photo plain = new Degrader(recipe.random()).apply(GREY, photo);
        if (kind < grey) {
            return plain;
        }
        double strength = recipe.uniform(0.1, 0.45);
        return new Photo(List.of(
                plain.planes().get(0).map(x -> (float) Math.pow(x, 1 - 0.5 * strength)),
                plain.planes().get(1),
                plain.planes().get(2).map(x -> (float) Math.pow(x, 1 + strength))));
    }
}
