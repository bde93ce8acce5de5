package dev.tintype.diagnose;

import dev.tintype.photo.Photo;

/// Whether a photo has lost tones, for those who want to know nothing else: it needs a tenth of the time of a
/// [Diagnostician].
public final class LostTones {
    private LostTones() {}

    /// How surely it is faded, dull or tinted in lights and shadows alike, 0 to 1. Where the pixels are does not
    /// matter.
    public static double confidence(Photo photo) {
        Tones tones = Tones.of(photo, photo.luminance());
        return Math.max(FadingDetector.narrow(tones), CastDetector.confidence(tones));
    }
}
