package dev.tintype.train.synthesize;

import dev.tintype.damage.Degradation;
import dev.tintype.damage.Degradation.Blur;
import dev.tintype.damage.Degradation.Compression;
import dev.tintype.damage.Degradation.GaussianNoise;
import dev.tintype.damage.Degradation.Grain;
import dev.tintype.damage.Degradation.LowResolution;
import dev.tintype.photo.Photo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Ages whole portraits by a strength and a seed, to measure what restoring is worth: blur, fewer pixels, noise or
/// grain,
/// JPEG. A quarter of them are grey, a quarter sepia, and so is their truth. The ranges are ours, for portraits of
/// about
/// 512 pixels.
public final class PortraitAgeing {
    private PortraitAgeing() {}

    /// How strong the damage is.
    public enum Strength {
        MILD(0.8, 1.5, 1, 3, 8, 75, 90),
        MEDIUM(1.5, 2.5, 0.6, 8, 16, 55, 75),
        STRONG(2.5, 4, 0.35, 14, 26, 40, 55);

        private final double sharpest; // σ of blur, pixels
        private final double softest;
        private final double fewest; // share of the pixels across that are left
        private final double cleanest; // noise of 255
        private final double noisiest;
        private final int worst; // JPEG quality
        private final int best;

        Strength(
                double sharpest, double softest, double fewest, double cleanest, double noisiest, int worst, int best) {
            this.sharpest = sharpest;
            this.softest = softest;
            this.fewest = fewest;
            this.cleanest = cleanest;
            this.noisiest = noisiest;
            this.worst = worst;
            this.best = best;
        }

        List<Degradation> draw(Recipe recipe) {
            double sigma = recipe.uniform(sharpest, softest);
            double share = recipe.uniform(fewest, Math.min(1, 1.3 * fewest));
            double noise = recipe.uniform(cleanest, noisiest) / 255;
            List<Degradation> damage = new ArrayList<>();
            damage.add(new Blur(2 * (int) Math.ceil(3 * sigma) + 1, sigma));
            if (share < 1) {
                damage.add(new LowResolution(share, share, false));
            }
            damage.add(recipe.random().nextBoolean() ? new GaussianNoise(noise) : new Grain(noise, 0.8));
            damage.add(new Compression(worst + recipe.random().nextInt(best - worst + 1)));
            return damage;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// An aged copy and its truth.
    public static Sample sample(Photo portrait, Strength strength, long seed) {
        Random random = new Random(Ageing.mixed(seed));
        Recipe recipe = new Recipe(random);
        Photo sound = Ageing.rounded(portrait.grey() ? portrait : Toning.random(portrait, recipe, 0.25, 0.25));
        Photo aged = Ageing.rounded(new Degrader(random).apply(strength.draw(recipe), sound));
        return Sample.uncovered(aged, sound);
    }
}
