package dev.tintype.restore.denoise;

import dev.tintype.photo.Photo;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;

/// Takes out independent Gaussian noise by collaborative filtering: similar blocks are stacked, transformed over all
/// three dimensions, shrunk and transformed back; first by a hard threshold, `|X| < 2.55 σ → 0`, then by Wiener's
/// filter, `X · B² / (B² + σ²)`, with the first result `B` as what is wanted. Colour photos are filtered in an
/// opponent space, with groups found in brightness.
///
/// Source: K. Dabov, A. Foi, V. Katkovnik and K. Egiazarian, "Image denoising by sparse 3-D transform-domain
/// collaborative filtering", 2007, doi:10.1109/TIP.2007.901238; M. Lebrun, "An analysis and implementation of the
/// BM3D image denoising method", 2012, doi:10.5201/ipol.2012.l-bm3d.
/// Unlike the paper: blocks of 8 x 8 at every noise level, a limit of likeness that grows with the noise,
/// Walsh-Hadamard
/// instead of Haar across a group (as Lebrun), and the bias of noise that was clipped to black or white is undone.
///
/// @param sigma 0 changes nothing, more takes out more
public record Bm3d(
        @Setting(value = "standard deviation of the noise, sample units", usual = "0.05", most = 1)
        double sigma) implements Stage {
    public Bm3d {
        Options.require("sigma", sigma, 0, 1);
    }

    @Override
    public Phase phase() {
        return Phase.DENOISE;
    }

    @Override
    public Reach reach() {
        return new Reach.Local(BlockDenoiser.REACH + ClippedNoise.REACH);
    }

    @Override
    public Photo apply(Photo photo) {
        if (sigma == 0) {
            return photo;
        }
        Photo denoised = new BlockDenoiser(BlockNoise.white(sigma, NoiseLevel.EVEN)).apply(photo);
        return new ClippedNoise(sigma).unbiased(photo, denoised);
    }
}
