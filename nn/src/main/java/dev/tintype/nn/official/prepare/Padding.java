package dev.tintype.nn.official.prepare;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Size;

/// Makes a photo large enough for a network by mirroring it at its right and lower border, and cuts it back afterwards.
///
/// @param size of the photo, pixels
/// @param padded the next size whose sides are multiples of what the network wants
public record Padding(Size size, Size padded) {
    /// The padding to sides that are multiples of a number, and of at least `least`.
    public static Padding to(Size size, int multiple, int least) {
        return new Padding(size, new Size(up(size.width(), multiple, least), up(size.height(), multiple, least)));
    }

    public Photo pad(Photo photo) {
        return photo.map(this::pad);
    }

    public Plane pad(Plane plane) {
        return size.equals(padded)
                ? plane
                : Plane.of(
                        padded,
                        (row, column) -> plane.at(mirrored(row, size.height()), mirrored(column, size.width())));
    }

    public Photo cut(Photo photo) {
        return size.equals(padded) ? photo : photo.crop(new Region(0, 0, size));
    }

    private static int up(int side, int multiple, int least) {
        return Math.ceilDiv(Math.max(side, least), multiple) * multiple;
    }

    private static int mirrored(int place, int length) {
        int folded = place % Math.max(1, 2 * (length - 1));
        return folded < length ? folded : 2 * (length - 1) - folded;
    }
}
