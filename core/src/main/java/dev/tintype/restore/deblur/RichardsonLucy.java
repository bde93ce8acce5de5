package dev.tintype.restore.deblur;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;
import java.util.Arrays;

/// Richardson-Lucy deconvolution: `x ← x · (h* ⋆ (1 + d (y − h ∗ x) / (h ∗ x)))` until the noise would grow.
///
/// Damped: `d = u⁹ (10 − 9 u)`, `u = min(1, (y − h ∗ x)² / (δ σ)²)`, so what differs by less than `δ σ` is left
/// alone. It begins with an even plane. What lies around the photo is solved for: there `d = 0`, and each sample is
/// weighted by how much of it the photo shows.
/// Source: W. H. Richardson, "Bayesian-Based Iterative Method of Image Restoration", 1972,
/// doi:10.1364/JOSA.62.000055; L. B. Lucy, "An iterative technique for the rectification of observed
/// distributions", 1974, doi:10.1086/111605; R. L. White, "Image restoration using the damped Richardson-Lucy
/// method", 1994, doi:10.1117/12.176819; M. Bertero, P. Boccacci, "A simple method for the reduction of boundary
/// effects in the Richardson-Lucy approach to image deconvolution", 2005, doi:10.1051/0004-6361:20052717.
///
/// @param noise standard deviation, in samples, 0 to 1; rounding is added by itself
/// @param damping `δ`, 0 to 10; 0 does not damp
/// @param iterations 1 to 1000
public record RichardsonLucy(
        Psf psf,

        @Setting(value = "standard deviation of the noise, in samples", usual = "0", most = 1)
        double noise,

        @Setting(value = "differences left alone, in standard deviations of the noise", usual = "2", most = 10)
        double damping,

        @Setting(value = "iterations", usual = "30", least = 1, most = 1000)
        int iterations)
        implements Stage {
    private static final float LEAST = 1e-4f; // of a sample: nothing may be divided by 0
    private static final float SEEN = 0.01f; // weight from which on a sample is changed

    public RichardsonLucy {
        Planes.requireNoise(noise);
        if (!(damping >= 0 && damping <= 10) || iterations < 1 || iterations > 1000) {
            throw new IllegalArgumentException(
                    "damping may be 0 to 10 and iterations 1 to 1000, not %s and %d".formatted(damping, iterations));
        }
    }

    @Override
    public Phase phase() {
        return Phase.DEBLUR;
    }

    @Override
    public Reach reach() {
        return new Reach.Whole();
    }

    @Override
    public Photo apply(Photo photo) {
        BlurModel model = new BlurModel(photo.size(), psf);
        float[] inside = new float[model.frame().outer().area()];
        float[] ones = model.frame().blend(photo.planes().getFirst().map(_ -> 1));
        model.frame().restore(ones, inside);
        float[] weights = correlated(model, inside);
        float damped = (float) (damping * Planes.expected(photo, noise));
        return Planes.restore(photo, plane -> restore(model, plane, new Seen(inside, weights), damped));
    }

    private Plane restore(BlurModel model, Plane plane, Seen seen, float damped) {
        float[] known = model.frame().blend(plane.map(sample -> Math.max(LEAST, sample)));
        float[] sharp = new float[known.length];
        Arrays.fill(sharp, mean(known));
        for (int i = 0; i < iterations; i++) {
            float[] spectrum = model.transform().forward(sharp);
            model.blur(spectrum);
            float[] ratio = model.transform().inverse(spectrum);
            for (int j = 0; j < ratio.length; j++) {
                ratio[j] = seen.inside[j] * ratio(known[j], Math.max(LEAST, ratio[j]), damped);
            }
            float[] correction = correlated(model, ratio);
            for (int j = 0; j < sharp.length; j++) {
                if (seen.weights[j] > SEEN) {
                    sharp[j] = Math.max(LEAST, sharp[j] * correction[j] / seen.weights[j]);
                }
            }
        }
        return model.frame().crop(sharp);
    }

    private static float mean(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += sample;
        }
        return (float) (sum / samples.length);
    }

    private static float ratio(float observed, float blurred, float damped) {
        float difference = observed - blurred;
        float u = damped > 0 ? Math.min(1, difference * difference / (damped * damped)) : 1;
        float u3 = u * u * u;
        return 1 + u3 * u3 * u3 * (10 - 9 * u) * difference / blurred;
    }

    private static float[] correlated(BlurModel model, float[] samples) {
        float[] spectrum = model.transform().forward(samples);
        model.filter(spectrum, (_, _) -> 1);
        return model.transform().inverse(spectrum);
    }

    /// What of the framed photo is known.
    private static final class Seen {
        private final float[] inside; // 1 in the photo, 0 around it
        private final float[] weights; // how much of a sharp sample the photo shows

        Seen(float[] inside, float[] weights) {
            this.inside = inside;
            this.weights = weights;
        }
    }
}
