package dev.tintype.cli;

import dev.tintype.measure.Psnr;
import dev.tintype.measure.Ssim;
import dev.tintype.photo.Photo;

/// How well a method restored a blurred photo.
///
/// @param noise standard deviation, of 255
/// @param blind whether the PSF was estimated from the blurred photo
/// @param psnr dB
/// @param seconds that it took
record DeblurScore(double noise, DeblurMethod method, boolean blind, double psnr, double ssim, double seconds) {
    static DeblurScore of(
            double noise, DeblurMethod method, boolean blind, Photo restored, Photo truth, double seconds) {
        return new DeblurScore(
                noise,
                method,
                blind,
                new Psnr().score(restored, truth),
                new Ssim().score(restored, truth),
                seconds);
    }
}
