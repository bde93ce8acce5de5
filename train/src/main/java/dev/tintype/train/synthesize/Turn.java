package dev.tintype.train.synthesize;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import java.util.random.RandomGenerator;

/// Mirrors a square photo at random, and turns it a quarter now and then: photos are mostly upright.
final class Turn {
    private Turn() {}

    static Photo random(Photo photo, RandomGenerator random) {
        boolean mirror = random.nextBoolean();
        boolean transpose = random.nextInt(4) == 0;
        return photo.map(plane -> turn(plane, mirror, transpose));
    }

    static Plane mirrored(Plane plane) {
        return turn(plane, true, false);
    }

    private static Plane turn(Plane plane, boolean mirror, boolean transpose) {
        int last = plane.size().width() - 1;
        return Plane.of(plane.size(), (row, column) -> {
            int x = mirror ? last - column : column;
            return transpose ? plane.at(x, row) : plane.at(row, x);
        });
    }
}
