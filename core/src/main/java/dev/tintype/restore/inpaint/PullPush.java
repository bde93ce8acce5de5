package dev.tintype.restore.inpaint;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Stage;
import java.util.ArrayList;
import java.util.List;

/// Fills what is lost smoothly: means of what is sound are pulled up a pyramid, weighted by how sound they are, and
/// pushed down again to where nothing is known.
///
/// `xₗ₊₁ = Σ w x / Σ w` over squares of 2 x 2, `x = w x + (1 − w) · up(xₗ₊₁)`. Looks at most `2^LEVELS` pixels far, so
/// a tile that begins at a multiple of that gives what the whole photo gives; what is farther from all that is sound
/// stays as it is.
/// Source: S. J. Gortler et al., "The Lumigraph", 1996, doi:10.1145/237170.237200, section 3.4.
///
/// @param mask of the photo's size
public record PullPush(Mask mask) implements Stage {
    /// Steps of the pyramid.
    public static final int LEVELS = 6;

    private static final float NEARLY = 0.9999f; // of what is known: the rest is rounding

    @Override
    public Phase phase() {
        return Phase.INPAINT;
    }

    @Override
    public Reach reach() {
        return new Reach.Local(1 << LEVELS);
    }

    @Override
    public Photo apply(Photo photo) {
        if (!mask.size().equals(photo.size())) {
            throw new IllegalArgumentException(
                    "mask of %s does not fit photo of %s".formatted(mask.size(), photo.size()));
        }
        float[] sound = mask.damage().map(damage -> 1 - damage).toArray();
        float[] known = filled(photo.size(), mask.damage().map(_ -> 1).toArray(), sound);
        return photo.map(plane -> fill(plane, sound, known));
    }

    /// @param known share of each sample that stems from sound ones: less than 1 where the pyramid ends among lost ones
    private static Plane fill(Plane plane, float[] sound, float[] known) {
        float[] samples = plane.toArray();
        float[] filled = filled(plane.size(), samples, sound);
        for (int i = 0; i < filled.length; i++) {
            if (known[i] < NEARLY) {
                filled[i] = known[i] > 0 ? filled[i] / known[i] : samples[i];
            }
        }
        return Plane.copyOf(plane.size(), filled, 0);
    }

    private static float[] filled(Size size, float[] samples, float[] sound) {
        List<Level> levels = new ArrayList<>();
        levels.add(new Level(size, samples, sound));
        for (int i = 0; i < LEVELS; i++) {
            levels.add(levels.getLast().pull());
        }
        float[] coarse = levels.getLast().values;
        for (int i = LEVELS - 1; i >= 0; i--) {
            coarse = levels.get(i).push(levels.get(i + 1).size, coarse);
        }
        return coarse;
    }

    /// One step of the pyramid: values and how much is known of each, 0 to 1.
    private static final class Level {
        private final Size size;
        private final float[] values;
        private final float[] known;

        Level(Size size, float[] values, float[] known) {
            this.size = size;
            this.values = values;
            this.known = known;
        }

        Level pull() {
            Size half = new Size((size.width() + 1) / 2, (size.height() + 1) / 2);
            float[] sum = new float[half.area()];
            float[] weight = new float[half.area()];
            for (int row = 0, i = 0; row < size.height(); row++) {
                for (int column = 0; column < size.width(); column++, i++) {
                    int j = row / 2 * half.width() + column / 2;
                    sum[j] += known[i] * values[i];
                    weight[j] += known[i];
                }
            }
            for (int j = 0; j < sum.length; j++) {
                sum[j] = weight[j] > 0 ? sum[j] / weight[j] : 0;
                weight[j] = Math.min(1, weight[j]);
            }
            return new Level(half, sum, weight);
        }

        float[] push(Size coarseSize, float[] coarse) {
            float[] result = new float[values.length];
            for (int row = 0, i = 0; row < size.height(); row++) {
                for (int column = 0; column < size.width(); column++, i++) {
                    float w = known[i];
                    result[i] =
                            w >= 1 ? values[i] : w * values[i] + (1 - w) * Doubling.at(coarse, coarseSize, row, column);
                }
            }
            return result;
        }
    }
}
