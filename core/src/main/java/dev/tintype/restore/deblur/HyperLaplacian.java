package dev.tintype.restore.deblur;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Plane;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;

/// Deconvolution with the prior that gradients of photos have, many small ones and some large: `min λ/2 ‖h ∗ x −
/// y‖² + Σ |∂x|^⅔ + |∂y|^⅔`, by [HalfQuadratic] splitting: gradients are shrunk one by one.
///
/// The best of this package, and the slowest with [TvDeblur]. Needs about 50 bytes for each sample of a plane.
/// Source: D. Krishnan, R. Fergus, "Fast Image Deconvolution using Hyper-Laplacian Priors", 2009, NIPS 22.
///
/// @param noise standard deviation, in samples, 0 to 1; rounding is added by itself
public record HyperLaplacian(
        Psf psf,

        @Setting(value = "standard deviation of the noise, in samples", usual = "0", most = 1)
        double noise) implements Deblurring {
    private static final double FIDELITY = 0.192; // λ σ² where the noise is one step of 255: measured
    private static final double STEP = 1 / 255.0;

    public HyperLaplacian {
        Planes.requireNoise(noise);
    }

    @Override
    public Reach reach() {
        return HalfQuadratic.reach(psf);
    }

    @Override
    public Plane restore(BlurModel model, Plane plane, double sigma) {
        double lambda = FIDELITY / (sigma * sigma) * Math.sqrt(Math.max(1, sigma / STEP));
        return new HalfQuadratic(model, HyperLaplacian::shrink).solve(plane, sigma, lambda);
    }

    private static void shrink(float[] across, float[] down, int from, int to, double beta) {
        Shrinkage shrinkage = new Shrinkage(beta);
        for (int i = from; i < to; i++) {
            across[i] = shrinkage.at(across[i]);
            down[i] = shrinkage.at(down[i]);
        }
    }
}
