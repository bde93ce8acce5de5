package dev.tintype.web.store;

import dev.tintype.photo.Size;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/// A photo of the album.
///
/// @param sha256 of the file as it came, in hexadecimal digits
/// @param name of the file as the client called it, for people to read
/// @param bytes length of the file
/// @param size upright
public record StoredPhoto(
        UUID id,
        OffsetDateTime added,
        String sha256,
        String name,
        long bytes,
        Size size,
        Optional<StoredDiagnosis> diagnosis) {
    /// Millions of pixels.
    public double megapixels() {
        return (double) size.width() * size.height() / 1e6;
    }

    /// The name without its ending.
    public String stem() {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
