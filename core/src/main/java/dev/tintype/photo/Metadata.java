package dev.tintype.photo;

import java.util.Optional;

/// What a file says about its photo besides the samples, carried from the scan to the restored file.
///
/// @param icc  colour profile (ICC.1), of grey or RGB samples
/// @param exif an EXIF block, from its TIFF header `II` or `MM` on; its orientation is always upright
/// @param xmp  an XMP packet, from `<?xpacket` or `<x:xmpmeta` on
/// @param iptc IPTC IIM records, from the first `0x1C` on
/// @param dpi  pixels per inch, the same across and down; 0 if the file does not say
public record Metadata(
        Optional<Bytes> icc, Optional<Bytes> exif, Optional<Bytes> xmp, Optional<Bytes> iptc, double dpi) {
    /// A file that says nothing.
    public static final Metadata NONE =
            new Metadata(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0);

    public Metadata {
        if (!(dpi >= 0) || Double.isInfinite(dpi)) {
            throw new IllegalArgumentException("dpi must be 0 or more, was " + dpi);
        }
    }

    public Metadata withIcc(Optional<Bytes> profile) {
        return new Metadata(profile, exif, xmp, iptc, dpi);
    }

    public Metadata withXmp(Optional<Bytes> packet) {
        return new Metadata(icc, exif, packet, iptc, dpi);
    }

    public Metadata withDpi(double resolution) {
        return new Metadata(icc, exif, xmp, iptc, resolution);
    }
}
