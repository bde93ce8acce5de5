package dev.tintype.nn.stage;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import java.util.Optional;

/// A scan, and what has been made of it so far.
///
/// @param samples as they have been mended
/// @param scan as it came
/// @param lost one channel, white where something was or is to be filled
/// @param deblurred whether a PSF was found and undone
record Mended(Samples samples, Samples scan, Optional<Samples> lost, boolean deblurred) {
    /// One that nothing was done to, and of which nothing is lost.
    static Mended untouched(Samples scan) {
        return new Mended(scan, scan, Optional.empty(), false);
    }

    /// What is lost in a part of it.
    Mask lost(Region region) {
        return lost.map(mask -> new Mask(mask.photo(region).planes().getFirst()))
                .orElseGet(() -> Mask.nothing(region.size()));
    }

    /// Whether it has been changed since it came.
    boolean changed() {
        return samples != scan;
    }

    /// As a part of the scan came, where it has been changed since.
    Optional<Photo> came(Region region) {
        return changed() ? Optional.of(scan.photo(region)) : Optional.empty();
    }
}
