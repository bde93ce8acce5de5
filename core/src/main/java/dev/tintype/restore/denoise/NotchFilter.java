package dev.tintype.restore.denoise;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;
import dev.tintype.signal.BoxMean;
import dev.tintype.signal.WaveParts;
import java.util.List;

/// Takes out waves that go on all over the photo: interference, screens, regular bands. Their frequencies are the
/// sharp peaks of the spectrum that run through the photo in step; each wave is found as what is left of
/// `h(p) e^(−iωp)` when smoothed over a wide window, and subtracted. `h` is the photo less its mean over a square
/// about as wide as the longest wave, and clipped: light, shadow and edges of the picture would be taken for waves.
///
/// This is a Gaussian notch around `±ω`, but made in the photo, where borders and clipped samples can be left out.
/// Source: I. Aizenberg and C. Butakoff, "Frequency domain medianlike filter for periodic and quasi-periodic noise
/// removal", 2002, doi:10.1117/12.467980.
///
/// @param prominence more finds fewer waves
/// @param window more takes waves for more regular, and touches less of the picture
/// @param coherence more leaves more of what the picture itself repeats, such as stairs and blinds
public record NotchFilter(
        @Setting(value = "height of a peak over the spectrum around it, times", usual = "12", least = 3, most = 1000)
        double prominence,

        @Setting(value = "radius over which a wave is the same, pixels", usual = "200", least = 8, most = 10000)
        int window,

        @Setting(value = "how much in step a wave must be all over the photo", usual = "0.8", least = 0, most = 1)
        double coherence)
        implements Stage {
    private static final int AROUND = 4; // pixels
    private static final int ROUNDS = 3; // the first estimate of a wave is disturbed by the others
    private static final float CLIP = 2; // times the mean size of what is left of the photo

    public NotchFilter {
        Options.require("prominence", prominence, 3, 1000);
        Options.require("window", window, 8, 10000);
        Options.require("coherence", coherence, 0, 1);
    }

    @Override
    public Phase phase() {
        return Phase.DENOISE;
    }

    @Override
    public boolean leavesSome() {
        return false;
    }

    @Override
    public Reach reach() {
        return new Reach.Whole();
    }

    @Override
    public Photo apply(Photo photo) {
        Plane luminance = luminance(photo);
        Plane flat = WaveParts.flattened(WaveParts.middle(luminance));
        List<Wave> waves = Wave.peaks(luminance, prominence).stream()
                .filter(wave -> new WaveParts(flat, wave.right(), wave.down()).coherence() >= coherence)
                .toList();
        return waves.isEmpty() ? photo : photo.map(plane -> without(plane, waves));
    }

    private static Plane luminance(Photo photo) {
        List<Plane> planes = photo.planes();
        return Plane.of(photo.size(), (row, column) -> {
            float sum = 0;
            for (Plane plane : planes) {
                sum += plane.at(row, column);
            }
            return sum / planes.size();
        });
    }

    private Plane without(Plane plane, List<Wave> waves) {
        Size size = plane.size();
        float[] rest = plane.toArray();
        float[] weights = plane.map(x -> x <= 0 || x >= 1 ? 0 : 1).toArray();
        WideMean mean = new WideMean(size, weights, window);
        double longest = waves.stream().mapToDouble(Wave::period).max().orElseThrow();
        int radius = (int) Math.max(2, Math.rint(longest / 2));
        float[] shares = BoxMean.of(size, weights, radius);
        for (int round = 0; round < ROUNDS; round++) {
            float[] flat = flattened(rest, weights, means(size, rest, weights, shares, radius));
            for (Wave wave : waves) {
                wave.subtract(size, rest, flat, mean);
            }
        }
        refill(size, rest, plane.toArray(), weights);
        return Plane.copyOf(size, rest, 0);
    }

    /// Samples that count, less their mean around, and clipped.
    private static float[] flattened(float[] samples, float[] weights, float[] means) {
        float[] flat = new float[samples.length];
        double sum = 0;
        double count = 0;
        for (int i = 0; i < flat.length; i++) {
            flat[i] = weights[i] == 0 ? 0 : samples[i] - means[i];
            sum += Math.abs(flat[i]);
            count += weights[i];
        }
        float limit = (float) (CLIP * sum / Math.max(count, 1));
        for (int i = 0; i < flat.length; i++) {
            flat[i] = Math.clamp(flat[i], -limit, limit);
        }
        return flat;
    }

    /// The means around of samples that count; not a number where there are none.
    ///
    /// @param shares of those that do
    private static float[] means(Size size, float[] samples, float[] weights, float[] shares, int radius) {
        float[] weighted = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            weighted[i] = weights[i] * samples[i];
        }
        float[] sums = BoxMean.of(size, weighted, radius);
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= shares[i];
        }
        return sums;
    }

    /// A clipped sample is only known to be beyond what the wave left of it: it becomes the mean of the sound ones
    /// around, as far as that is possible.
    private static void refill(Size size, float[] rest, float[] before, float[] weights) {
        float[] means = means(size, rest, weights, BoxMean.of(size, weights, AROUND), AROUND);
        for (int i = 0; i < rest.length; i++) {
            if (weights[i] == 0) {
                float mean = Float.isNaN(means[i]) ? before[i] : means[i];
                rest[i] = Math.clamp(mean, Math.min(before[i], rest[i]), Math.max(before[i], rest[i]));
            }
        }
    }
}
