package dev.tintype.web.retouch;

import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import java.util.Optional;

/// Rectangles of a photo.
final class Regions {
    private Regions() {}

    /// What lies inside the photo of a rectangle, if anything does.
    ///
    /// @param bottom the first row below it
    /// @param right the first column beside it
    static Optional<Region> between(int top, int left, int bottom, int right, Size photo) {
        int row = Math.max(0, top);
        int column = Math.max(0, left);
        int height = Math.min(photo.height(), bottom) - row;
        int width = Math.min(photo.width(), right) - column;
        return height < 1 || width < 1
                ? Optional.empty()
                : Optional.of(new Region(row, column, new Size(width, height)));
    }

    static int bottom(Region region) {
        return region.row() + region.size().height();
    }

    static int right(Region region) {
        return region.column() + region.size().width();
    }

    static boolean meet(Region one, Region other) {
        return one.row() < bottom(other)
                && other.row() < bottom(one)
                && one.column() < right(other)
                && other.column() < right(one);
    }

    /// The smallest rectangle that holds both.
    static Region around(Region one, Region other) {
        int row = Math.min(one.row(), other.row());
        int column = Math.min(one.column(), other.column());
        int bottom = Math.max(bottom(one), bottom(other));
        int right = Math.max(right(one), right(other));
        return new Region(row, column, new Size(right - column, bottom - row));
    }

    /// A rectangle with a frame, from a multiple of a grid on.
    static Region framed(Region region, int frame, int grid, Size photo) {
        int top = Math.floorDiv(region.row() - frame, grid) * grid;
        int left = Math.floorDiv(region.column() - frame, grid) * grid;
        return between(top, left, bottom(region) + frame, right(region) + frame, photo)
                .orElseThrow();
    }

    /// A rectangle moved, as far as it is still inside the photo.
    static Optional<Region> moved(Region region, int rows, int columns, Size photo) {
        return between(
                region.row() + rows, region.column() + columns, bottom(region) + rows, right(region) + columns, photo);
    }
}
