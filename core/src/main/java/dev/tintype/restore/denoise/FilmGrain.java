package dev.tintype.restore.denoise;

import dev.tintype.photo.Photo;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;

/// Takes out film grain, which is smooth over a pixel or so, strongest in the middle tones and the same in red, green
/// and blue: filters as [Bm3d] does, with the thresholds of each coefficient set by the grain's spectrum, and of each
/// group by its brightness, `σ (s + (1 − s) · 4 m (1 − m))` for the mean `m` and the shadows' share `s`.
///
/// Source: Y. Mäkinen, L. Azzari and A. Foi, "Collaborative filtering of correlated noise: exact transform-domain
/// variance for improved shrinkage and patch matching", 2020, doi:10.1109/TIP.2020.3014721.
/// Unlike the paper: how much noise the blocks of a group share is not computed, but a factor that was measured.
///
/// @param sigma 0 changes nothing
/// @param radius 0 is independent noise
/// @param shadows 1 is the same in all tones
public record FilmGrain(
        @Setting(value = "standard deviation of the grain in the middle tones, sample units", usual = "0.05", most = 1)
        double sigma,

        @Setting(
                value = "standard deviation of the Gaussian that grain is smoothed by, pixels",
                usual = "0.8",
                most = 4)
        double radius,

        @Setting(value = "strength in black and white, share of that in the middle tones", usual = "0.35", most = 1)
        double shadows)
        implements Stage {
    public FilmGrain {
        Options.require("sigma", sigma, 0, 1);
        Options.require("radius", radius, 0, 4);
        Options.require("shadows", shadows, 0, 1);
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
        double brightness = photo.grey() ? sigma : Math.sqrt(3) * sigma; // the same in three channels adds up
        return new BlockDenoiser(new BlockNoise(brightness, radius, new GrainLevel(shadows), 0)).apply(photo);
    }
}
