package dev.tintype.restore.denoise;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.signal.BoxMean;
import java.util.ArrayList;
import java.util.List;

/// What clipping to black and white does to Gaussian noise: near black its lower half is cut off, so that samples
/// become too light on average and vary less; near white they become too dark.
///
/// `E(x) = E[clip(x + σ n, 0, 1)]` with standard normal `n`. A denoised sample is an estimate of `E(x)`;
/// [UnbiasedInverse]
/// looks `x` up.
/// Source: A. Foi, "Clipped noisy images: heteroskedastic modeling and practical denoising", 2009,
/// doi:10.1016/j.sigpro.2009.04.035.
final class ClippedNoise {
    /// How far it is looked around for clipped samples, pixels.
    static final int REACH = 8;

    private final double sigma;
    private final UnbiasedInverse inverse;

    /// @param sigma of the noise before it was clipped, sample units, above 0
    ClippedNoise(double sigma) {
        this.sigma = sigma;
        this.inverse = new UnbiasedInverse(x -> x + excess(x) - excess(1 - x));
    }

    /// The mean of what is cut off at an end of the range that is `distance` away.
    private double excess(double distance) {
        double t = distance / sigma;
        return sigma * Normal.density(t) - distance * Normal.above(t);
    }

    /// A denoised photo without the bias, as far as the noisy samples around were really clipped: where fewer of them
    /// are quite black or white than the noise explains, the noise is weaker there, and so is the bias.
    Photo unbiased(Photo noisy, Photo denoised) {
        List<Plane> planes = new ArrayList<>();
        for (int c = 0; c < noisy.planes().size(); c++) {
            planes.add(unbiased(noisy.planes().get(c), denoised.planes().get(c)));
        }
        return new Photo(planes);
    }

    private Plane unbiased(Plane noisy, Plane denoised) {
        Size size = noisy.size();
        float[] clipped = noisy.map(x -> x <= 0 || x >= 1 ? 1 : 0).toArray();
        float[] shares = BoxMean.of(size, clipped, REACH);
        float[] result = denoised.toArray();
        for (int i = 0; i < result.length; i++) {
            if (shares[i] > 0) {
                float x = inverse.of(result[i]);
                double expected = Normal.above(x / sigma) + Normal.above((1 - x) / sigma);
                result[i] += (float) Math.min(1, shares[i] / expected) * (x - result[i]);
            }
        }
        return Plane.copyOf(size, result, 0);
    }
}
