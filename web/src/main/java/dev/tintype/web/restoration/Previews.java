package dev.tintype.web.restoration;

import dev.tintype.photo.Scan;
import java.util.UUID;

/// Makes pictures to look at of scans that are in memory anyway, so that nobody has to wait for memory to see them.
public interface Previews {
    /// Makes the small picture, and all tiles of a scan for which memory is scarce.
    ///
    /// @param id of the photo or the restoration
    void of(UUID id, Scan scan);
}
