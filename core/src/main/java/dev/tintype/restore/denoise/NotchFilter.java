package dev.tintype.restore.denoise;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;
import dev.tintype.signal.BoxMean;
import java.util.List;

/// Takes out waves that go on all over the photo: interference, screens, regular bands. Their frequencies are the
/// sharp peaks of the spectrum; each wave is found as what is left of `x(p) e^(−iωp)` when smoothed over a wide window,
/// and subtracted.
///
/// This is a Gaussian notch around `±ω`, but made in the photo, where borders and clipped samples can be left out.
/// Source: I. Aizenberg and C. Butakoff, "Frequency domain medianlike filter for periodic and quasi-periodic noise
/// removal", 2002, doi:10.1117/12.467980.
///
/// @param prominence more finds fewer waves
/// @param window more takes waves for more regular, and touches less of the picture
public record NotchFilter(
        @Setting(value = "height of a peak over the spectrum around it, times", usual = "12", least = 3, most = 1000)
        double prominence,

        @Setting(value = "radius over which a wave is the same, pixels", usual = "200", least = 8, most = 10000)
        int window)
        implements Stage {
    private static final int AROUND = 4; // pixels
    private static final int ROUNDS = 3; // the first estimate of a wave is disturbed by the others

    public NotchFilter {
        Options.require("prominence", prominence, 3, 1000);
        Options.require("window", window, 8, 10000);
    }

    @Override
    public Phase phase() {
        return Phase.DENOISE;
    }

    @Override
    public Reach reach() {
        return new Reach.Whole();
    }

    @Override
    public Photo apply(Photo photo) {
        List<Wave> waves = Wave.peaks(luminance(photo), prominence);
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
        for (int round = 0; round < ROUNDS; round++) {
            for (Wave wave : waves) {
                wave.subtract(size, rest, mean);
            }
        }
        refill(size, rest, plane.toArray(), weights);
        return Plane.copyOf(size, rest, 0);
    }

    /// A clipped sample is only known to be beyond what the wave left of it: it becomes the mean of the sound ones
    /// around, as far as that is possible.
    private static void refill(Size size, float[] rest, float[] before, float[] weights) {
        float[] weighted = new float[rest.length];
        for (int i = 0; i < rest.length; i++) {
            weighted[i] = weights[i] * rest[i];
        }
        float[] sums = BoxMean.of(size, weighted, AROUND);
        float[] shares = BoxMean.of(size, weights, AROUND);
        for (int i = 0; i < rest.length; i++) {
            if (weights[i] == 0) {
                float mean = shares[i] > 0 ? sums[i] / shares[i] : before[i];
                rest[i] = Math.clamp(mean, Math.min(before[i], rest[i]), Math.max(before[i], rest[i]));
            }
        }
    }
}
