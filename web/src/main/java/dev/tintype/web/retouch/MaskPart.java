package dev.tintype.web.retouch;

import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Size;
import java.util.Optional;

/// A mask in 8 bits that is known to be empty outside a region.
///
/// @param samples one channel of the region's size, white where the photo is lost
record MaskPart(Region region, Samples samples) {
    /// How much of a pixel is lost, 0 to 255.
    int at(int row, int column) {
        int y = row - region.row();
        int x = column - region.column();
        boolean inside = y >= 0
                && x >= 0
                && y < region.size().height()
                && x < region.size().width();
        return inside ? (int) samples.raw(0, y, x) : 0;
    }

    /// Notes down that nothing of a part of it is lost any more.
    void filled(Region part) {
        for (int row = part.row(); row < Regions.bottom(part); row++) {
            for (int column = part.column(); column < Regions.right(part); column++) {
                if (at(row, column) > 0) {
                    samples.put(0, row - region.row(), column - region.column(), 0);
                }
            }
        }
    }

    /// How much of the pixels of a region is lost, 0 to 1.
    Plane plane(Region part) {
        return Plane.of(part.size(), (row, column) -> at(part.row() + row, part.column() + column) / 255f);
    }

    /// Whether a place in a part of it has nothing but loss around it.
    ///
    /// @param far how far, pixels
    boolean deep(Region part, int far) {
        for (int row = part.row(); row < Regions.bottom(part); row += far / 4) {
            for (int column = part.column(); column < Regions.right(part); column += far / 4) {
                if (surrounded(row, column, far) && surrounded(row, column, far / 2)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean surrounded(int row, int column, int far) {
        for (int y = row - far; y <= row + far; y += far) {
            for (int x = column - far; x <= column + far; x += far) {
                if (at(y, x) == 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /// The smallest rectangle inside a region that holds all that is lost there.
    Optional<Region> lost(Region part) {
        int top = Integer.MAX_VALUE;
        int left = Integer.MAX_VALUE;
        int bottom = 0;
        int right = 0;
        for (int row = part.row(); row < Regions.bottom(part); row++) {
            for (int column = part.column(); column < Regions.right(part); column++) {
                if (at(row, column) > 0) {
                    top = Math.min(top, row);
                    left = Math.min(left, column);
                    bottom = Math.max(bottom, row + 1);
                    right = Math.max(right, column + 1);
                }
            }
        }
        return bottom == 0
                ? Optional.empty()
                : Optional.of(new Region(top, left, new Size(right - left, bottom - top)));
    }
}
