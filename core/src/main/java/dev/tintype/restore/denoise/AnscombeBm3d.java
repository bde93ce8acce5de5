package dev.tintype.restore.denoise;

import dev.tintype.photo.Photo;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;

/// Takes out Poisson noise, that of few photons, which grows with the root of brightness: makes it even by Anscombe's
/// transform `f(x) = 2 √(peak · x + 3/8)`, filters as [Bm3d] does, and finds the sample `x` of which the result is
/// `E[f(noisy x)]`.
///
/// Source: M. Mäkitalo and A. Foi, "Optimal inversion of the Anscombe transformation in low-count Poisson image
/// denoising", 2011, doi:10.1109/TIP.2010.2056693.
/// Unlike the paper: the mean knows that samples were clipped at white.
///
/// @param peak what is white; fewer are noisier
public record AnscombeBm3d(
        @Setting(value = "photons of a white sample", usual = "100", least = 0.5, most = 1e6)
        double peak) implements Stage {
    private static final double MANY = 1000; // photons, which are as good as normal
    private static final double FAR = 8; // deviations beyond which nothing is summed

    public AnscombeBm3d {
        Options.require("peak", peak, 0.5, 1e6);
    }

    @Override
    public Phase phase() {
        return Phase.DENOISE;
    }

    @Override
    public Reach reach() {
        return new Reach.Local(BlockDenoiser.REACH);
    }

    @Override
    public Photo apply(Photo photo) {
        double scale = transformed(peak); // what becomes 1
        Photo even = photo.map(plane -> plane.map(x -> (float) (transformed(Math.max(0, x) * peak) / scale)));
        Photo denoised = new BlockDenoiser(BlockNoise.white(1 / scale, NoiseLevel.EVEN)).apply(even);
        UnbiasedInverse inverse = new UnbiasedInverse(x -> mean(x * peak) / scale);
        return denoised.map(plane -> plane.map(inverse::of));
    }

    private static double transformed(double photons) {
        return 2 * Math.sqrt(photons + 0.375);
    }

    /// `Σ f(min(k, peak)) λᵏ e^(−λ) / k!`.
    private double mean(double lambda) {
        if (lambda > MANY) {
            return Normal.mean(n -> transformed(Math.min(lambda + Math.sqrt(lambda) * n, peak)));
        }
        double spread = FAR * (Math.sqrt(lambda) + 1);
        int from = (int) Math.max(0, lambda - spread);
        int to = (int) (lambda + spread);
        double sum = 0;
        double all = 0;
        double probability = 1; // relative to the first
        for (int k = from; k <= to; k++) {
            if (k > from) {
                probability *= lambda / k;
            }
            if (probability > 1e200) {
                sum /= probability;
                all /= probability;
                probability = 1;
            }
            sum += probability * transformed(Math.min(k, peak));
            all += probability;
        }
        return sum / all;
    }
}
