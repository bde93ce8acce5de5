package dev.tintype.restore.deblur;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Plane;
import dev.tintype.restore.Setting;

/// Constrained least squares: the photo with the smallest Laplacian of all that, blurred again, differ from the
/// blurred one by as much as the noise does. `X = H* Y / (|H|² + γ |P|²)`, `P` the Laplacian, with `γ` such that
/// `‖y − h ∗ x‖² = N σ²`.
///
/// Source: B. R. Hunt, "The Application of Constrained Least Squares Estimation to Image Restoration by Digital
/// Computer", 1973, doi:10.1109/TC.1973.5009169.
///
/// @param noise standard deviation, in samples, 0 to 1; rounding is added by itself
public record ConstrainedLeastSquares(
        Psf psf,

        @Setting(value = "standard deviation of the noise, in samples", usual = "0", most = 1)
        double noise) implements Deblurring {
    private static final int HALVINGS = 40; // of the interval of log γ
    private static final double LEAST = 1e-9; // γ
    private static final double MOST = 1e3;

    public ConstrainedLeastSquares {
        Planes.requireNoise(noise);
    }

    @Override
    public Plane restore(BlurModel model, Plane plane, double sigma) {
        float[] known = model.frame().blend(plane);
        float[] spectrum = model.transform().forward(known);
        float gamma = (float) multiplier(model, spectrum, sigma);
        BlurModel.Gain gain = (power, gradient) -> 1 / (power + gamma * gradient * gradient);
        return model.crop(new BorderSolver(model, gain, known).solve(spectrum, sigma));
    }

    /// The `γ` whose residual is the noise, by bisection: the residual grows with it.
    private static double multiplier(BlurModel model, float[] spectrum, double sigma) {
        double samples = model.frame().outer().area();
        double wanted = samples * samples * sigma * sigma;
        double low = Math.log(LEAST);
        double high = Math.log(MOST);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double gamma = Math.exp(middle);
            double residual = model.sum(spectrum, (y, power, gradient) -> {
                double rough = gamma * gradient * gradient;
                double left = rough / (power + rough + Double.MIN_NORMAL);
                return y * left * left;
            });
            if (residual < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp((low + high) / 2);
    }
}
