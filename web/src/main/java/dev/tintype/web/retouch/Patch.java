package dev.tintype.web.retouch;

import dev.tintype.photo.Region;
import dev.tintype.photo.Size;

/// Pixels that a step made, in a file of their own.
///
/// @param key digest of all that they depend on
public record Patch(String key, int row, int column, int width, int height) {
    static Patch of(String key, Region region) {
        return new Patch(
                key,
                region.row(),
                region.column(),
                region.size().width(),
                region.size().height());
    }

    Region region() {
        return new Region(row, column, new Size(width, height));
    }
}
