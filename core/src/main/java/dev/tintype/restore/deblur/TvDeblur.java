package dev.tintype.restore.deblur;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Plane;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;

/// Deconvolution by total variation, the prior that photos are flat between edges: `min λ/2 ‖h ∗ x − y‖² + Σ |∇x|`, by
/// [HalfQuadratic] splitting: a gradient `v` becomes `max(1 − 1 / (β |v|), 0) v`, which is the same for edges of all
/// directions.
///
/// Needs about 50 bytes for each sample of a plane.
/// Source: Y. Wang, J. Yang, W. Yin and Y. Zhang, "A New Alternating Minimization Algorithm for Total Variation Image
/// Reconstruction", 2008, doi:10.1137/080724265.
///
/// @param noise standard deviation, in samples, 0 to 1; rounding is added by itself
public record TvDeblur(
        Psf psf,

        @Setting(value = "standard deviation of the noise, in samples", usual = "0", most = 1)
        double noise) implements Deblurring {
    private static final double FIDELITY = 0.08; // λ σ² where the noise is one step of 255: measured
    private static final double STEP = 1 / 255.0;

    public TvDeblur {
        Planes.requireNoise(noise);
    }

    @Override
    public Reach reach() {
        return HalfQuadratic.reach(psf);
    }

    @Override
    public Plane restore(BlurModel model, Plane plane, double sigma) {
        double lambda = FIDELITY / (sigma * sigma) * Math.sqrt(sigma / STEP);
        return new HalfQuadratic(model, TvDeblur::shrink).solve(plane, sigma, lambda);
    }

    private static void shrink(float[] across, float[] down, int from, int to, double beta) {
        float least = (float) (1 / beta);
        for (int i = from; i < to; i++) {
            float size = (float) Math.sqrt(across[i] * across[i] + down[i] * down[i]);
            float factor = size > least ? 1 - least / size : 0;
            across[i] *= factor;
            down[i] *= factor;
        }
    }
}
