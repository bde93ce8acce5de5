package dev.tintype.restore.inpaint;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;

/// Fills what is lost as a fluid that flows along lines of equal brightness: the sample is the stream function, its
/// Laplacian the vorticity that the flow carries in from the edge.
///
/// `∂ω/∂t = −v·∇ω + ν ∇·(g(|∇ω|) ∇ω)` with `v = ∇⊥I` and `g(s) = 1 / (1 + (s/K)²)`, then `ΔI = ω`, in turns, from half
/// the size to the whole and from the surface that bends least. Lines go on into narrow gaps; there is no texture. The
/// result is clipped to the range 0 to 1. Where all is lost nothing is changed.
/// Source: M. Bertalmio, A. L. Bertozzi and G. Sapiro, "Navier-Stokes, fluid dynamics, and image and video inpainting",
/// 2001, doi:10.1109/CVPR.2001.990497.
///
/// @param mask of the photo's size
/// @param viscosity ν, how much the vorticity spreads beside how far it flows, above 0
public record NavierStokes(
        Mask mask,

        @Setting(value = "how much the flow spreads", usual = "0.2", least = 0.001, most = 10)
        double viscosity)
        implements Stage {
    private static final int TURNS = 5;
    private static final int FLOWS = 15; // steps of the vorticity in a turn
    private static final int SWEEPS = 20; // of the equation of Poisson in a turn
    private static final double OVER = 1.7; // relaxation
    private static final double EDGE = 0.1; // K, sample units

    public NavierStokes {
        if (!(viscosity > 0 && viscosity <= 10)) {
            throw new IllegalArgumentException("the viscosity may be above 0 to 10; it was " + viscosity);
        }
    }

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
                (lost, planes) -> planes.parallelStream()
                        .forEach(values -> Halving.coarseToFine(lost.size(), values, lost.flags(), this::flow)));
    }

    private void flow(Surroundings nodes, double[] image) {
        Biharmonic.relax(nodes, image);
        double[] vorticity = new double[nodes.inner()];
        double[] next = new double[nodes.unknown()];
        for (int turn = 0; turn < TURNS; turn++) {
            for (int k = 0; k < vorticity.length; k++) {
                vorticity[k] = nodes.laplacian(image, k);
            }
            double time = 0.5 / (4 * viscosity + fastest(nodes, image));
            for (int step = 0; step < FLOWS; step++) {
                for (int k = 0; k < next.length; k++) {
                    next[k] = vorticity[k] + time * change(nodes, image, vorticity, k);
                }
                System.arraycopy(next, 0, vorticity, 0, next.length);
            }
            integrate(nodes, vorticity, image);
        }
    }

    private static double fastest(Surroundings nodes, double[] image) {
        double fastest = 0;
        for (int k = 0; k < nodes.unknown(); k++) {
            fastest = Math.max(fastest, Math.abs(rightwards(nodes, image, k)) + Math.abs(downwards(nodes, image, k)));
        }
        return fastest;
    }

    private static double rightwards(Surroundings nodes, double[] image, int k) {
        return (image[nodes.beside(k, Surroundings.ABOVE)] - image[nodes.beside(k, Surroundings.BELOW)]) / 2;
    }

    private static double downwards(Surroundings nodes, double[] image, int k) {
        return (image[nodes.beside(k, Surroundings.RIGHT)] - image[nodes.beside(k, Surroundings.LEFT)]) / 2;
    }

    /// `∂ω/∂t`, upwind.
    private double change(Surroundings nodes, double[] image, double[] vorticity, int k) {
        double here = vorticity[k];
        double right = rightwards(nodes, image, k);
        double down = downwards(nodes, image, k);
        double across = right > 0
                ? here - vorticity[nodes.beside(k, Surroundings.LEFT)]
                : vorticity[nodes.beside(k, Surroundings.RIGHT)] - here;
        double along = down > 0
                ? here - vorticity[nodes.beside(k, Surroundings.ABOVE)]
                : vorticity[nodes.beside(k, Surroundings.BELOW)] - here;
        double spread = 0;
        for (int side = 0; side < Surroundings.SIDES; side++) {
            double slope = vorticity[nodes.beside(k, side)] - here;
            spread += slope / (1 + slope * slope / (EDGE * EDGE));
        }
        return viscosity * spread - right * across - down * along;
    }

    /// Solves `ΔI = ω` by successive overrelaxation.
    private static void integrate(Surroundings nodes, double[] vorticity, double[] image) {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int k = 0; k < nodes.unknown(); k++) {
                image[k] += OVER / 4 * (nodes.laplacian(image, k) - vorticity[k]);
            }
        }
    }
}
