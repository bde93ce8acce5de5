package dev.tintype.signal;

import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;

/// Continues a plane beyond its borders as its mirror image, `… c b a | a b c …`.
public final class Mirror {
    private Mirror() {}

    /// A plane with a frame on all sides.
    ///
    /// @param width of the frame, pixels; may be more than the plane
    public static Plane framed(Plane plane, int width) {
        Size size = plane.size();
        return Plane.of(
                new Size(size.width() + 2 * width, size.height() + 2 * width),
                (row, column) -> plane.at(inside(row - width, size.height()), inside(column - width, size.width())));
    }

    /// The place inside a side of `length` samples that shows at a place beyond it.
    public static int inside(int place, int length) {
        int i = Math.floorMod(place, 2 * length);
        return i < length ? i : 2 * length - 1 - i;
    }
}
