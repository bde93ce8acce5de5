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
            new BorderSolver(model, cautious, known).improve(sharp);
            sharp = model.transform().forward(model.refilled(known, sharp));
            model.filter(sharp, gain);
        }
        improve(sharp);
        return sharp;
    }

    /// Some steps of conjugate gradients, two transforms for each.
    private void improve(float[] sharp) {
        float[] residual = residual(sharp);
        float[] direction = residual.clone();
        model.multiply(direction, gain);
        double size = model.product(residual, direction);
        for (int round = 1; size > 0; round++) {
            float[] image = normal(direction);
            double step = size / model.product(direction, image);
            add(sharp, direction, step);
            if (round == ROUNDS) {
                break;
            }
            add(residual, image, -step);
            float[] next = residual.clone();
            model.multiply(next, gain);
            double nextSize = model.product(residual, next);
            add(next, direction, nextSize / size);
            direction = next;
            size = nextSize;
        }
    }

    /// `H* M (y − H x) − R x`.
    private float[] residual(float[] sharp) {
        float[] blurred = sharp.clone();
        model.blur(blurred);
        float[] difference = model.transform().inverse(blurred);
        for (int i = 0; i < difference.length; i++) {
            difference[i] = known[i] - difference[i];
        }
        float[] result = correlatedInside(difference);
        model.addPenalty(result, sharp, gain, -1);
        return result;
    }

    /// `(H* M H + R) x`.
    private float[] normal(float[] x) {
        float[] blurred = x.clone();
        model.blur(blurred);
        float[] result = correlatedInside(model.transform().inverse(blurred));
        model.addPenalty(result, x, gain, 1);
        return result;
    }

    private float[] correlatedInside(float[] framed) {
        model.frame().clear(framed);
        float[] result = model.transform().forward(framed);
        model.correlate(result);
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
