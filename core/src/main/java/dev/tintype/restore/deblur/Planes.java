package dev.tintype.restore.deblur;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import java.util.function.UnaryOperator;

/// What all methods of deblurring do with a photo: they restore its planes one by one, all at the same time.
final class Planes {
    private static final double QUANTISATION = 0.29; // standard deviation of rounding, 1/√12 of a step
    private static final double NEAR = 1e-3; // of a step

    private Planes() {}

    static Photo restore(Photo photo, UnaryOperator<Plane> work) {
        return new Photo(photo.planes().parallelStream().map(work).toList());
    }

    /// The noise that a method must expect: at least what rounding made, to 8 bits where all samples are such
    /// numbers.
    ///
    /// @param noise standard deviation as far as it is known, in samples
    static double expected(Photo photo, double noise) {
        boolean rounded = photo.planes().stream().allMatch(Planes::isRounded);
        return Math.max(noise, QUANTISATION / (rounded ? 255 : 65535));
    }

    private static boolean isRounded(Plane plane) {
        for (float sample : plane.toArray()) {
            float raw = sample * 255;
            if (Math.abs(raw - Math.round(raw)) > NEAR) {
                return false;
            }
        }
        return true;
    }

    /// Refuses options that are no noise.
    static void requireNoise(double noise) {
        if (!(noise >= 0 && noise <= 1)) {
            throw new IllegalArgumentException("the noise may be 0 to 1, not " + noise);
        }
    }
}
