package dev.tintype.restore.denoise;

import dev.tintype.photo.Photo;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;

/// Takes out speckle, noise in proportion to brightness, `x (1 + σ n)`: makes it even by the logarithm, filters as
/// [Bm3d] does, and finds the sample `x` of which the result is `E[log(noisy x)]`.
///
/// Source: H. H. Arsenault and G. April, "Properties of speckle integrated with a finite aperture and logarithmically
/// transformed", 1976, doi:10.1364/JOSA.66.001160; the unbiased inverse after M. Mäkitalo, A. Foi, D. Fevralev and V.
/// Lukin, "Denoising of single-look SAR images based on variance stabilization and nonlocal filters", Mathematical
/// Methods in Electromagnetic Theory, 2010.
///
/// @param sigma 0 changes nothing
public record LogBm3d(
        @Setting(value = "standard deviation of the noise, share of brightness", usual = "0.1", most = 1)
        double sigma) implements Stage {
    private static final double DARK = 0.02; // added to samples, so that black has a logarithm

    public LogBm3d {
        Options.require("sigma", sigma, 0, 1);
    }

    @Override
    public Phase phase() {
        return Phase.DENOISE;
    }

    @Override
    public Reach reach() {
        return new Reach.Local(BlockDenoiser.REACH);
    }

    @Override
    public Photo apply(Photo photo) {
        if (sigma == 0) {
            return photo;
        }
        double scale = transformed(1);
        Photo even = photo.map(plane -> plane.map(x -> (float) (transformed(Math.max(0, x)) / scale)));
        NoiseLevel level = mean -> level(mean * scale);
        Photo denoised = new BlockDenoiser(BlockNoise.white(sigma / scale, level)).apply(even);
        UnbiasedInverse inverse = new UnbiasedInverse(x -> mean(x) / scale);
        return denoised.map(plane -> plane.map(inverse::of));
    }

    /// `log((x + d) / d)`, which is 0 for black.
    private static double transformed(double x) {
        return Math.log1p(x / DARK);
    }

    /// `x / (x + d)`: what the noise of a dark sample is less than sigma after the transform.
    private static float level(double transformed) {
        return (float) Math.max(0.05, 1 - Math.exp(-transformed));
    }

    /// The mean of the transformed noisy sample, which was clipped.
    private double mean(double x) {
        return Normal.mean(n -> transformed(Math.clamp(x * (1 + sigma * n), 0, 1)));
    }
}
