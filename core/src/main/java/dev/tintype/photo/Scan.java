package dev.tintype.photo;

import java.util.Optional;

/// A photo as a file gave it: upright, in the file's own numbers, with what else the file said.
///
/// @param samples  grey (1 channel) or red, green, blue (3 channels)
/// @param alpha    opacity (1 channel): 0 is clear, white is opaque; of the size and depth of `samples`
/// @param metadata colour profile, EXIF, XMP, IPTC, resolution
public record Scan(Samples samples, Optional<Samples> alpha, Metadata metadata) {
    public Scan {
        if (samples.channels() != 1 && samples.channels() != 3) {
            throw new IllegalArgumentException("a scan has 1 or 3 channels, not " + samples.channels());
        }
        alpha.ifPresent(opacity -> requireSameShape(opacity, samples));
    }

    /// A photo that was made here, in 8 bits: no file has said anything about it.
    public static Scan drawn(Photo photo) {
        return new Scan(Samples.of(photo, Samples.Depth.BITS_8), Optional.empty(), Metadata.NONE);
    }

    /// The scan with other samples, such as restored ones. Opacity is kept, so the size must be too if there is any.
    public Scan with(Samples others) {
        return new Scan(others, alpha, metadata);
    }

    /// The scan with other metadata.
    public Scan with(Metadata others) {
        return new Scan(samples, alpha, others);
    }

    private static void requireSameShape(Samples alpha, Samples samples) {
        if (alpha.channels() != 1 || !alpha.size().equals(samples.size()) || alpha.depth() != samples.depth()) {
            throw new IllegalArgumentException("opacity is %d channels of %s %s, samples are %s %s"
                    .formatted(alpha.channels(), alpha.size(), alpha.depth(), samples.size(), samples.depth()));
        }
    }
}
