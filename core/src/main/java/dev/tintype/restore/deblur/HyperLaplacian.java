package dev.tintype.restore.deblur;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.restore.Setting;
import java.util.stream.IntStream;

/// Deconvolution with the prior that gradients of photos have, many small ones and some large: `min λ/2 ‖h ∗ x −
/// y‖² + Σ |∂x|^⅔ + |∂y|^⅔`, by half-quadratic splitting: gradients are shrunk one by one, then a photo is fitted
/// to them and to the blurred one in the Fourier domain, with growing weight `β`.
///
/// Begins with the Wiener filter; what lies around the photo is solved for on the way. The best of this package,
/// and the slowest. Needs about 50 bytes for each sample of a plane.
/// Source: D. Krishnan, R. Fergus, "Fast Image Deconvolution using Hyper-Laplacian Priors", 2009, NIPS 22.
///
/// @param noise standard deviation, in samples, 0 to 1; rounding is added by itself
public record HyperLaplacian(
        Psf psf,

        @Setting(value = "standard deviation of the noise, in samples", usual = "0", most = 1)
        double noise) implements Deblurring {
    private static final double FIDELITY = 0.192; // λ σ² where the noise is one step of 255: measured
    private static final double STEP = 1 / 255.0;
    private static final int INNER = 2;
    private static final double GROWTH = 2 * Math.sqrt(2);
    private static final double LAST = 256;

    public HyperLaplacian {
        Planes.requireNoise(noise);
    }

    @Override
    public Plane restore(BlurModel model, Plane plane, double sigma) {
        float[] known = model.frame().blend(plane);
        PowerLaw law = PowerLaw.of(model, model.transform().forward(known), sigma);
        float[] warm = new BorderSolver(model, Wiener.powerLaw(law, sigma), known).solve(sigma);
        float[] sharp = model.transform().inverse(warm.clone());
        float[] observed = model.transform().forward(model.refilled(known, warm));
        float lambda = (float) (FIDELITY / (sigma * sigma) * Math.sqrt(Math.max(1, sigma / STEP)));
        for (double beta = 1; beta < LAST; beta *= GROWTH) {
            for (int i = 0; i < INNER; i++) {
                float[] fitted = model.transform()
                        .forward(divergence(sharp, model.frame().outer(), beta));
                model.fit(fitted, observed, (float) (lambda / beta));
                sharp = model.transform().inverse(fitted.clone());
                observed = model.transform().forward(model.refilled(known, fitted));
            }
        }
        return model.frame().crop(sharp);
    }

    /// The divergence of the shrunk gradients of a periodic plane.
    private static float[] divergence(float[] x, Size size, double beta) {
        Shrinkage shrinkage = new Shrinkage(beta);
        int width = size.width();
        int height = size.height();
        float[] result = new float[x.length];
        IntStream.range(0, height).parallel().forEach(row -> {
            int here = row * width;
            int above = Math.floorMod(row - 1, height) * width;
            int below = (row + 1) % height * width;
            float left = shrinkage.at(x[here] - x[here + width - 1]);
            for (int column = 0; column < width; column++) {
                float middle = x[here + column];
                float right = shrinkage.at(x[here + (column + 1 == width ? 0 : column + 1)] - middle);
                float down = shrinkage.at(x[below + column] - middle);
                float up = shrinkage.at(middle - x[above + column]);
                result[here + column] = left - right + up - down;
                left = right;
            }
        });
        return result;
    }
}
