package dev.tintype.train.synthesize;

import dev.tintype.damage.Degradation.Cast;
import dev.tintype.damage.Degradation.Fading;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import java.util.List;

/// Makes some photos grey or sepia, since many old photos are and should stay so.
final class Toning {
    private static final Fading GREY = new Fading(0, 1, 1, new Cast(0, 0, 0), 0);

    private Toning() {}

    /// Grey with probability `grey`, sepia with probability `sepia`, else as it was. Of half of the sepia ones
    /// black and white stay neutral; those of the others are brown ink on cream paper.
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
        boolean print = recipe.random().nextBoolean();
        double ink = print ? recipe.uniform(0, 0.2) : 0;
        double paper = print ? recipe.uniform(0, 0.25) : 0;
        return new Photo(List.of(
                tinted(plain.planes().get(0), 1 - 0.5 * strength, ink, 1),
                tinted(plain.planes().get(1), 1, 0.6 * ink, 1 - 0.3 * paper),
                tinted(plain.planes().get(2), 1 + strength, 0.35 * ink, 1 - 0.8 * paper)));
    }

    private static Plane tinted(Plane plane, double gamma, double black, double white) {
        return plane.map(x -> (float) (black + (white - black) * Math.pow(x, gamma)));
    }
}
