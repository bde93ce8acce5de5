package dev.tintype.restore.deblur;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.restore.Reach;
import java.util.stream.IntStream;

/// Deconvolution with a prior `φ` of gradients: `min λ/2 ‖h ∗ x − y‖² + Σ φ(∇x)`, by half-quadratic splitting:
/// gradients `w` are shrunk so that `φ(w) + β/2 ‖w − ∇x‖²` is least, then a photo is fitted to them and to the blurred
/// one in the
/// Fourier domain, with growing weight `β`.
///
/// Begins with the Wiener filter; what lies around the photo is solved for on the way.
/// Source: Y. Wang, J. Yang, W. Yin and Y. Zhang, "A New Alternating Minimization Algorithm for Total Variation Image
/// Reconstruction", 2008, doi:10.1137/080724265.
final class HalfQuadratic {
    private static final int INNER = 2;
    private static final int LEAST = 64; // of the halo, pixels
    private static final int FAR = 8; // of the halo, sizes of the PSF
    private static final double GROWTH = 2 * Math.sqrt(2);
    private static final double LAST = 256;

    private final BlurModel model;
    private final Prior prior;

    HalfQuadratic(BlurModel model, Prior prior) {
        this.model = model;
        this.prior = prior;
    }

    /// How far it looks: hardly further than some sizes of the PSF.
    static Reach reach(Psf psf) {
        return new Reach.Fading(
                LEAST + FAR * Math.max(psf.size().width(), psf.size().height()));
    }

    /// The sharp plane.
    ///
    /// @param sigma the noise that must be expected
    /// @param lambda how much the blurred plane counts beside the prior
    Plane solve(Plane plane, double sigma, double lambda) {
        float[] known = model.frame().blend(plane);
        float[] spectrum = model.transform().forward(known);
        PowerLaw law = PowerLaw.of(model, spectrum, sigma);
        float[] warm = new BorderSolver(model, Wiener.powerLaw(law, sigma), known).solve(spectrum, sigma);
        float[] sharp = model.transform().inverse(warm.clone());
        float[] observed = model.transform().forward(model.refilled(known, warm));
        Room room = new Room(sharp.length, warm);
        for (double beta = 1; beta < LAST; beta *= GROWTH) {
            for (int i = 0; i < INNER; i++) {
                step(known, sharp, observed, beta, (float) (lambda / beta), room);
            }
        }
        return model.frame().crop(sharp);
    }

    /// One round, in place of the sharp plane and of the spectrum of the blurred one in its frame.
    private void step(float[] known, float[] sharp, float[] observed, double beta, float weight, Room room) {
        divergence(sharp, beta, room);
        model.transform().forward(room.plane, room.spectrum);
        model.fit(room.spectrum, observed, weight);
        System.arraycopy(room.spectrum, 0, observed, 0, observed.length);
        model.transform().inverse(room.spectrum, sharp);
        model.blur(observed);
        model.transform().inverse(observed, room.plane);
        model.frame().restore(known, room.plane);
        model.transform().forward(room.plane, observed);
    }

    /// Arrays that every round writes anew: what is left of them in tiles of a huge scan would fill the memory.
    private static final class Room {
        private final float[] across;
        private final float[] down;
        private final float[] plane;
        private final float[] spectrum;

        Room(int samples, float[] spectrum) {
            across = new float[samples];
            down = new float[samples];
            plane = new float[samples];
            this.spectrum = spectrum;
        }
    }

    /// The divergence of the shrunk gradients of a periodic plane.
    private void divergence(float[] x, double beta, Room room) {
        Size size = model.frame().outer();
        int width = size.width();
        int height = size.height();
        float[] across = room.across;
        float[] down = room.down;
        IntStream.range(0, height).parallel().forEach(row -> {
            int here = row * width;
            int below = (row + 1) % height * width;
            for (int column = 0; column < width; column++) {
                int right = column + 1 == width ? 0 : column + 1;
                across[here + column] = x[here + right] - x[here + column];
                down[here + column] = x[below + column] - x[here + column];
            }
            prior.shrink(across, down, here, here + width, beta);
        });
        IntStream.range(0, height).parallel().forEach(row -> {
            int here = row * width;
            int above = Math.floorMod(row - 1, height) * width;
            float left = across[here + width - 1];
            for (int i = here; i < here + width; i++) {
                room.plane[i] = left - across[i] + down[above + i - here] - down[i];
                left = across[i];
            }
        });
    }

    /// What is thought of gradients.
    interface Prior {
        /// Puts in place of each gradient `v`, from one place to before another, the `w` that makes `φ(w) + β/2 ‖w −
        /// v‖²`
        /// least.
        void shrink(float[] across, float[] down, int from, int to, double beta);
    }
}
