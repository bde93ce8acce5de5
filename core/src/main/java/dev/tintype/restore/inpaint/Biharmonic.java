package dev.tintype.restore.inpaint;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Size;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Stage;

/// Fills what is lost with the surface that bends least: it continues values and slopes of what is around it.
///
/// Minimises `Σ (Δu)²`, so `Δ²u = 0` in what is lost, by conjugate gradients that start from the solution for the photo
/// of half the size. `Δ` takes the photo as mirrored at its borders. The result is clipped to the range 0 to 1. Best
/// for damage a few pixels wide in even and soft parts; wide holes bulge. Where all is lost nothing is changed.
/// Source: S. B. Damelin and N. S. Hoang, "On surface completion and image inpainting by biharmonic functions:
/// numerical
/// aspects", 2018, doi:10.1155/2018/3950312.
///
/// @param mask of the photo's size
public record Biharmonic(Mask mask) implements Stage {
    private static final int MOST_STEPS = 3000;
    private static final double ENOUGH = 1e-6; // root mean square of what is left of Δ²u

    @Override
    public Phase phase() {
        return Phase.INPAINT;
    }

    @Override
    public Reach reach() {
        return new Reach.Whole();
    }

    @Override
    public Photo apply(Photo photo) {
        return Lost.fill(
                photo,
                mask,
                (lost, planes) -> planes.parallelStream().forEach(values -> fill(lost.size(), values, lost.flags())));
    }

    /// Fills a plane in place.
    static void fill(Size size, float[] values, boolean[] lost) {
        Halving.coarseToFine(size, values, lost, Biharmonic::relax);
    }

    /// Conjugate gradients from what the unknown nodes have.
    static void relax(Surroundings nodes, double[] u) {
        double[] laplacian = new double[nodes.inner()];
        double[] residual = new double[nodes.unknown()];
        bend(nodes, u, laplacian, residual);
        for (int k = 0; k < residual.length; k++) {
            residual[k] = -residual[k];
        }
        double[] direction = new double[u.length]; // 0 where values are given
        System.arraycopy(residual, 0, direction, 0, residual.length);
        double[] bent = new double[residual.length];
        double square = dot(residual, residual);
        double enough = ENOUGH * ENOUGH * residual.length;
        for (int step = 0; step < MOST_STEPS && square > enough; step++) {
            bend(nodes, direction, laplacian, bent);
            double length = square / dot(direction, bent);
            for (int k = 0; k < bent.length; k++) {
                u[k] += length * direction[k];
                residual[k] -= length * bent[k];
            }
            double next = dot(residual, residual);
            for (int k = 0; k < bent.length; k++) {
                direction[k] = residual[k] + next / square * direction[k];
            }
            square = next;
        }
    }

    /// Applies `Δ` at all inner nodes, then `Δ` again at the unknowns.
    private static void bend(Surroundings nodes, double[] u, double[] laplacian, double[] result) {
        for (int k = 0; k < laplacian.length; k++) {
            laplacian[k] = nodes.laplacian(u, k);
        }
        for (int k = 0; k < result.length; k++) {
            result[k] = nodes.laplacian(laplacian, k);
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < b.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
