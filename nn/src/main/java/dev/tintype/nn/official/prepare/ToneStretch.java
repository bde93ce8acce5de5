package dev.tintype.nn.official.prepare;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;

/// Stretches tones so that the darkest sample of all planes becomes 0 and the brightest 1. Changes the exposure.
///
/// Source: torchvision, `save_image(normalize=True)`, by which the released code stores its photos.
public final class ToneStretch {
    /// A range of tones below this is not stretched to the full.
    private static final float LEAST = 1e-5f;

    private ToneStretch() {}

    public static Photo apply(Photo photo) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (Plane plane : photo.planes()) {
            for (float sample : Levels.samples(plane)) {
                low = Math.min(low, sample);
                high = Math.max(high, sample);
            }
        }
        float darkest = low;
        float range = Math.max(high - low, LEAST);
        return photo.map(plane -> plane.map(sample -> (sample - darkest) / range));
    }
}
