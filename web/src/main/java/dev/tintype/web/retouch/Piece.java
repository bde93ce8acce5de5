package dev.tintype.web.retouch;

import dev.tintype.photo.Region;
import java.util.List;

/// A part of what an edit changes, small enough to be made at once.
///
/// @param edit a heal or a stamp
/// @param core what is made
/// @param seen what a heal looks at, the core within
/// @param key digest of all that the pixels depend on
record Piece(Edit edit, Region core, Region seen, String key) {
    Patch patch() {
        return Patch.of(key, core);
    }

    /// Whether any of some regions meets a region.
    static boolean touch(List<Region> regions, Region region) {
        return regions.stream().anyMatch(seen -> Regions.meet(seen, region));
    }
}
