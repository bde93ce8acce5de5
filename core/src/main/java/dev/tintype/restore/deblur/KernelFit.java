package dev.tintype.restore.deblur;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.signal.RealTransform;
import dev.tintype.signal.Spectrum;
import java.util.Arrays;

/// Finds the PSF that blurs a sharp plane into another: `min Σ ‖h ∗ ∂x − ∂y‖² + β ‖h‖²` over both directions, `∂x` only
/// where it is strong, `h ≥ 0` and of sum 1.
///
/// The normal equations need `∂x` and `∂y` only as correlations within the size of the PSF; they are solved by
/// conjugate gradients. What comes out below 0 becomes 0 for good and the rest is solved for again; what is weak is
/// noise.
/// Source: S. Cho and S. Lee, "Fast Motion Deblurring", 2009, doi:10.1145/1618452.1618491.
final class KernelFit {
    private static final double SMOOTH = 1e-3; // β, share of the energy of the edges
    private static final double WEAK = 0.05; // share of the largest weight
    private static final int TURNS = 4; // of finding what is below 0
    private static final int STEPS = 60; // of conjugate gradients
    private static final double ENOUGH = 1e-10; // share of the first residual
    private static final int BORDER = 8; // pixels whose edges are not trusted

    private final int side;
    // Correlation of the edges with themselves: (2 side − 1, 2 side − 1), least shift first.
    private final float[] alike;
    private final double[] seen; // of the edges with what they became: (side, side)
    private final boolean[] none; // weights that stay 0

    private KernelFit(int side, float[] alike, double[] seen) {
        this.side = side;
        this.alike = alike;
        this.seen = seen;
        this.none = new boolean[seen.length];
    }

    /// @param side of the PSF
    /// @param share of the pixels that are edges
    static Psf psf(Plane sharp, Plane blurred, int side, double share) {
        Size size = sharp.size();
        RealTransform transform = new RealTransform(
                new Size(2 * Spectrum.fast((size.width() + side + 1) / 2), Spectrum.fast(size.height() + side)));
        float threshold = threshold(sharp, share);
        float[] same = new float[0];
        float[] cross = new float[0];
        for (int down = 0; down <= 1; down++) {
            float[] x = transform.forward(edges(sharp, down, threshold, transform.size()));
            float[] y = transform.forward(edges(blurred, down, 0, transform.size()));
            same = down == 0 ? new float[x.length] : same;
            cross = down == 0 ? new float[x.length] : cross;
            for (int i = 0; i < x.length; i += 2) {
                same[i] += x[i] * x[i] + x[i + 1] * x[i + 1];
                cross[i] += x[i] * y[i] + x[i + 1] * y[i + 1];
                cross[i + 1] += x[i] * y[i + 1] - x[i + 1] * y[i];
            }
        }
        return of(transform.size(), transform.inverse(same), transform.inverse(cross), side);
    }

    private static Psf of(Size size, float[] same, float[] cross, int side) {
        float[] alike = window(size, same, side - 1);
        float[] found = window(size, cross, side / 2);
        float energy = Math.max(Float.MIN_NORMAL, same[0]);
        double[] seen = new double[found.length];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = found[i] / energy;
        }
        for (int i = 0; i < alike.length; i++) {
            alike[i] /= energy;
        }
        return new KernelFit(side, alike, seen).solve();
    }

    /// Correlations for shifts of at most `reach` pixels.
    private static float[] window(Size size, float[] correlation, int reach) {
        int width = 2 * reach + 1;
        float[] result = new float[width * width];
        for (int i = 0; i < result.length; i++) {
            int row = Math.floorMod(i / width - reach, size.height());
            int column = Math.floorMod(i % width - reach, size.width());
            result[i] = correlation[row * size.width() + column];
        }
        return result;
    }

    private static float threshold(Plane plane, double share) {
        float[] sizes = new float[plane.size().area()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] =
                    strength(plane, i / plane.size().width(), i % plane.size().width());
        }
        Arrays.sort(sizes);
        return Math.max(Float.MIN_NORMAL, sizes[(int) (sizes.length * (1 - share))]);
    }

    /// Of an edge; 0 near the borders.
    private static float strength(Plane plane, int row, int column) {
        Size size = plane.size();
        boolean inside =
                Math.min(row, column) >= BORDER && row < size.height() - BORDER && column < size.width() - BORDER;
        return inside ? (float) Math.hypot(gradient(plane, row, column, 0), gradient(plane, row, column, 1)) : 0;
    }

    private static float gradient(Plane plane, int row, int column, int down) {
        return plane.at(row + down, column + 1 - down) - plane.at(row, column);
    }

    /// Differences along one direction, where an edge is at least as strong as `threshold`, in the corner of a larger
    /// plane of zeros.
    private static float[] edges(Plane plane, int down, float threshold, Size large) {
        float[] result = new float[large.area()];
        for (int row = 0; row < plane.size().height() - 1; row++) {
            for (int column = 0; column < plane.size().width() - 1; column++) {
                if (threshold == 0 || strength(plane, row, column) >= threshold) {
                    result[row * large.width() + column] = gradient(plane, row, column, down);
                }
            }
        }
        return result;
    }

    private Psf solve() {
        double[] h = conjugateGradients();
        for (int turn = 1; turn < TURNS && dropNegative(h); turn++) {
            h = conjugateGradients();
        }
        double weak = WEAK * Arrays.stream(h).max().orElse(0);
        double[] weights = h;
        Size size = new Size(side, side);
        Plane kernel = Plane.of(size, (row, column) -> {
            double weight = weights[row * side + column];
            return weight > 0 && weight >= weak ? (float) weight : 0;
        });
        boolean nothing = weak <= 0;
        return Psf.of(
                nothing ? Plane.of(size, (row, column) -> row == side / 2 && column == side / 2 ? 1 : 0) : kernel);
    }

    private boolean dropNegative(double[] h) {
        boolean found = false;
        for (int i = 0; i < h.length; i++) {
            if (h[i] < 0 && !none[i]) {
                none[i] = true;
                found = true;
            }
        }
        return found;
    }

    private double[] conjugateGradients() {
        double[] h = new double[seen.length];
        double[] residual = new double[h.length];
        for (int i = 0; i < h.length; i++) {
            residual[i] = none[i] ? 0 : seen[i];
        }
        double[] direction = residual.clone();
        double size = product(residual, residual);
        double enough = ENOUGH * size;
        for (int step = 0; step < STEPS && size > enough; step++) {
            double[] image = normal(direction);
            double along = size / product(direction, image);
            add(h, direction, along);
            add(residual, image, -along);
            double next = product(residual, residual);
            for (int i = 0; i < h.length; i++) {
                direction[i] = residual[i] + next / size * direction[i];
            }
            size = next;
        }
        return h;
    }

    /// `(Σ ∂xᵀ ∂x + β) h`, 0 where weights stay 0.
    private double[] normal(double[] h) {
        int width = 2 * side - 1;
        double[] result = new double[h.length];
        for (int i = 0; i < h.length; i++) {
            if (!none[i]) {
                double sum = SMOOTH * h[i];
                for (int row = 0; row < side; row++) {
                    int at = (i / side - row + side - 1) * width + i % side + side - 1;
                    for (int column = 0; column < side; column++) {
                        sum += alike[at - column] * h[row * side + column];
                    }
                }
                result[i] = sum;
            }
        }
        return result;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] x, double[] y, double factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] += factor * y[i];
        }
    }
}
