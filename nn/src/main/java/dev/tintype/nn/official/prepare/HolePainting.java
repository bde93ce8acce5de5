package dev.tintype.nn.official.prepare;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;

/// Paints the holes of a photo white, so that the networks see no scratch in them: `x (1 - mask) + mask`.
public final class HolePainting {
    private HolePainting() {}

    public static Photo apply(Photo photo, Mask mask) {
        Plane holes = mask.damage();
        return photo.map(plane -> Plane.of(plane.size(), (row, column) -> {
            float hole = holes.at(row, column);
            return plane.at(row, column) * (1 - hole) + hole;
        }));
    }
}
