package dev.tintype.restore.deblur;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import java.util.function.UnaryOperator;

/// What all methods of deblurring do with a photo: they restore its planes one by one, or all at the same time where
/// memory is no matter.
final class Planes {
    private static final double QUANTISATION = 0.29; // standard deviation of rounding, 1/√12 of a step
    private static final double NEAR = 1e-3; // of a step
    private static final int LARGE = 8_000_000; // samples of a plane

    private Planes() {}

    static Photo restore(Photo photo, UnaryOperator<Plane> work) {
        if (photo.size().area() > LARGE) {
            return photo.map(work);
        }
        return new Photo(photo.planes().parallelStream().map(work).toList());
    }

    /// The noise that a method must expect: at least what rounding to 8 bits made, where all samples are such
    /// numbers, else that of 10 bits. Finer scans have noise of their own, and what was denoised is not as exact as
    /// its numbers look.
    ///
    /// @param noise standard deviation as far as it is known, in samples
    static double expected(Photo photo, double noise) {
        boolean rounded = photo.planes().stream().allMatch(Planes::isRounded);
        return Math.max(noise, QUANTISATION / (rounded ? 255 : 1023));
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
