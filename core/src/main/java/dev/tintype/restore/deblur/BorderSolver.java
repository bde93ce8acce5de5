package dev.tintype.restore.deblur;

import java.util.stream.IntStream;

/// A linear filter for photos that end: what lies beyond the border blurs into the photo but is unknown. *Refill*:
/// it is solved for, as what the restored photo shows there.
///
/// With `M` 1 in the photo and 0 around it, a filter `g ≤ 1/|H|²` that would solve `(H*H + R) x = H* y`, `R = 1/g −
/// |H|²`, of a periodic photo here solves `(H* M H + R) x = H* M y`, by conjugate gradients with `g` as the
/// preconditioner, beginning with what it makes of the blended photo.
/// Source: M. R. Hestenes, E. Stiefel, "Methods of conjugate gradients for solving linear systems", 1952,
/// doi:10.6028/jres.049.044.
final class BorderSolver {
    private static final double LITTLE = 3.0 / 255; // noise in samples
    private static final float CAUTION = 0.002f;
    private static final int ROUNDS = 2;
    private static final int PARTS = 16; // of an array, shared among the cores

    private final BlurModel model;
    private final BlurModel.Gain gain;
    private final float[] known;

    /// @param known the photo in its frame
    BorderSolver(BlurModel model, BlurModel.Gain gain, float[] known) {
        this.model = model;
        this.gain = gain;
        this.known = known;
    }

    /// The spectrum of the sharp photo in its frame.
    ///
    /// A filter that trusts the photo much, as little noise lets it, makes waves all over it of the smallest
    /// mistake around it. So a cautious filter, `1/g + c`, first finds what is around.
    ///
    /// @param spectrum of the photo in its frame, which is used up
    /// @param sigma noise, standard deviation in samples: the less, the more is done
    float[] solve(float[] spectrum, double sigma) {
        float[] sharp = spectrum;
        if (sigma > LITTLE) {
            model.filter(sharp, gain);
        } else {
            BlurModel.Gain cautious = (power, gradient) -> 1 / (1 / gain.at(power, gradient) + CAUTION);
            model.filter(sharp, cautious);
            float[] blurred = new BorderSolver(model, cautious, known).improve(sharp);
            model.frame().restore(known, blurred);
            model.transform().forward(blurred, sharp);
            model.filter(sharp, gain);
        }
        improve(sharp);
        return sharp;
    }

    /// Some steps of conjugate gradients, two transforms for each but the last, which needs one.
    ///
    /// @return the result blurred, in its frame
    private float[] improve(float[] sharp) {
        float[] blurred = blurred(sharp);
        float[] residual = known.clone();
        add(residual, blurred, -1);
        residual = normal(residual, sharp, -1);
        float[] direction = model.preconditioned(residual, gain);
        double size = model.product(residual, direction);
        for (int round = 1; size > 0; round++) {
            float[] image = blurred(direction);
            double curvature = image.length * model.frame().energy(image) + model.penalty(direction, gain);
            double step = size / curvature;
            add(sharp, direction, step);
            add(blurred, image, step);
            if (round == ROUNDS) {
                break;
            }
            add(residual, normal(image, direction, 1), -step);
            float[] next = model.preconditioned(residual, gain);
            double nextSize = model.product(residual, next);
            add(next, direction, nextSize / size);
            direction = next;
            size = nextSize;
        }
        return blurred;
    }

    /// `H x`, in its frame.
    private float[] blurred(float[] x) {
        return model.transform().inverse(model.blurred(x));
    }

    /// `H* M y ± R x` of what is in its frame: `(H* M H + R) x` of `y = H x`, the residual `H* M (y − H x) − R x` of
    /// the difference.
    private float[] normal(float[] framed, float[] x, float sign) {
        model.frame().clear(framed);
        float[] result = model.transform().forward(framed);
        model.correlate(result, x, gain, sign);
        return result;
    }

    private static void add(float[] x, float[] y, double factor) {
        float f = (float) factor;
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            int end = (int) ((part + 1L) * x.length / PARTS);
            for (int i = (int) ((long) part * x.length / PARTS); i < end; i++) {
                x[i] += f * y[i];
            }
        });
    }
}
