package dev.tintype.train.synthesize;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/// Makes some photos grey or sepia, since many old photos are and should stay so.
final class Toning {
    private Toning() {}

    /// Grey with probability `grey`, sepia with probability `sepia`, else as it was. Of half of the sepia ones
    /// black and white stay neutral; those of the others are brown ink on cream paper.
    static Photo random(Photo photo, Recipe recipe, double grey, double sepia) {
        double kind = recipe.random().nextDouble();
        if (kind >= grey + sepia) {
            return photo;
        }
        Plane plain = photo.luminance().map(x -> Math.clamp(x, 0f, 1f));
        if (kind < grey) {
            return threePlanes(new Photo(List.of(plain)));
        }
        double strength = recipe.uniform(0.1, 0.45);
        boolean print = recipe.random().nextBoolean();
        double ink = print ? recipe.uniform(0, 0.2) : 0;
        double paper = print ? recipe.uniform(0, 0.25) : 0;
        return new Photo(List.of(
                tinted(plain, 1 - 0.5 * strength, ink, 1),
                tinted(plain, 1, 0.6 * ink, 1 - 0.3 * paper),
                tinted(plain, 1 + strength, 0.35 * ink, 1 - 0.8 * paper)));
    }

    /// All photos in one plane alike: half of the time by luminance, else as some film sees colours.
    static UnaryOperator<Photo> grey(Random random) {
        boolean asEyesDo = random.nextBoolean();
        double red = asEyesDo ? 0.299 : random.nextDouble();
        double green = asEyesDo ? 0.587 : random.nextDouble();
        double blue = asEyesDo ? 0.114 : random.nextDouble();
        double sum = red + green + blue;
        return photo -> {
            List<Plane> planes = photo.planes();
            Plane grey = Plane.of(
                    photo.size(), (row, column) -> (float) ((red * planes.get(0).at(row, column)
                                    + green * planes.get(1).at(row, column)
                                    + blue * planes.get(2).at(row, column))
                            / sum));
            return new Photo(List.of(grey));
        };
    }

    /// A grey photo's plane three times; a photo in colour as it is.
    static Photo threePlanes(Photo photo) {
        Plane first = photo.planes().getFirst();
        return photo.grey() ? new Photo(List.of(first, first, first)) : photo;
    }

    private static Plane tinted(Plane plane, double gamma, double black, double white) {
        return plane.map(x -> (float) (black + (white - black) * Math.pow(x, gamma)));
    }
}
