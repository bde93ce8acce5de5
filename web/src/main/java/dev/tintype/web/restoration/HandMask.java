package dev.tintype.web.restoration;

import dev.tintype.photo.Samples;
import dev.tintype.web.store.StoredPhoto;

/// What somebody has painted over as lost.
public interface HandMask {
    /// One channel in 8 bits, of the photo's size: white where it is painted over more than half, else black.
    Samples of(StoredPhoto photo);
}
