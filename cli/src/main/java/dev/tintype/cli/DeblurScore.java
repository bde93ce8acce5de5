package dev.tintype.cli;

import dev.tintype.measure.Psnr;
import dev.tintype.measure.Ssim;
import dev.tintype.photo.Photo;

/// How well a method restored a blurred photo.
///
/// @param noise standard deviation, of 255
/// @param blind whether the PSF was estimated from the blurred photo
/// @param seconds that it took
record DeblurScore(double noise, DeblurMethod method, boolean blind, Quality quality, double seconds) {
    /// How near to the sharp photo it came.
    ///
    /// @param psnr dB
    record Quality(double psnr, double ssim) {
        static Quality of(Photo restored, Photo truth) {
            return new Quality(new Psnr().score(restored, truth), new Ssim().score(restored, truth));
        }
    }
}
