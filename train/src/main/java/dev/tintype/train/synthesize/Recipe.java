package dev.tintype.train.synthesize;

import dev.tintype.damage.Degradation;
import dev.tintype.damage.Degradation.Blur;
import dev.tintype.damage.Degradation.Cast;
import dev.tintype.damage.Degradation.Compression;
import dev.tintype.damage.Degradation.Defocus;
import dev.tintype.damage.Degradation.Fading;
import dev.tintype.damage.Degradation.GaussianNoise;
import dev.tintype.damage.Degradation.Grain;
import dev.tintype.damage.Degradation.LowResolution;
import dev.tintype.damage.Degradation.MotionBlur;
import dev.tintype.damage.Degradation.Poisson;
import dev.tintype.damage.Degradation.SaltAndPepper;
import dev.tintype.damage.Degradation.Speckle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Draws at random what happened to a photo.
///
/// Source of the ranges of blur, noise, low resolution and JPEG: the released training code of Z. Wan et al., "Bringing
/// Old Photos Back to Life", 2020. Grain and fading are ours.
public record Recipe(Random random) {
    private static final double EACH = 0.7;

    /// Blur, noise, low resolution and JPEG in a random order, each with probability 0.7.
    public List<Degradation> unstructured() {
        List<Degradation> all = new ArrayList<>(List.of(blur(), noise(), lowResolution(), compression()));
        Collections.shuffle(all, random);
        all.removeIf(_ -> random.nextDouble() >= EACH);
        return all;
    }

    private Degradation blur() {
        return new Blur(3 + 2 * random.nextInt(3), uniform(1, 5));
    }

    private Degradation noise() {
        double sigma = uniform(5, 50) / 255;
        return switch (random.nextInt(7)) {
            case 0, 1 -> new GaussianNoise(sigma);
            case 2, 3 -> new Speckle(sigma);
            case 4, 5 -> new SaltAndPepper(uniform(0, 0.01), uniform(0.3, 0.8));
            default -> new Grain(uniform(4, 25) / 255, uniform(0.5, 1.5));
        };
    }

    private Degradation lowResolution() {
        return new LowResolution(uniform(0.5, 1), uniform(0.5, 1), random.nextBoolean());
    }

    private Degradation compression() {
        return new Compression(40 + random.nextInt(61));
    }

    /// Motion blur, defocus or strong noise, now and then with a little noise on top.
    public List<Degradation> spoilt() {
        Degradation spoilt = switch (random.nextInt(6)) {
            case 0, 1 -> new MotionBlur(uniform(4, 24), uniform(0, 180));
            case 2 -> new Defocus(uniform(1, 6));
            case 3 -> new SaltAndPepper(uniform(0.005, 0.08), uniform(0.3, 0.7));
            case 4 -> new Poisson(uniform(15, 80));
            default -> new GaussianNoise(uniform(15, 60) / 255);
        };
        return random.nextBoolean() ? List.of(spoilt) : List.of(spoilt, new GaussianNoise(uniform(1, 8) / 255));
    }

    /// What a scanner and a file do to a photo with all its marks: blur, since many scans have more pixels than detail,
    /// noise or grain, and JPEG.
    public List<Degradation> scanning() {
        List<Degradation> all = new ArrayList<>();
        if (random.nextInt(10) < 7) {
            all.add(new Blur(9, uniform(0.4, 1.8)));
        }
        if (random.nextInt(10) < 6) {
            double sigma = uniform(1, 10) / 255;
            all.add(random.nextBoolean() ? new GaussianNoise(sigma) : new Grain(sigma, uniform(0.5, 1.2)));
        }
        if (random.nextBoolean()) {
            all.add(new Compression(70 + random.nextInt(26)));
        }
        return all;
    }

    /// Raised blacks, dulled whites, a cast, and fewer or no colours.
    public Fading fading() {
        double warm = uniform(-0.02, 0.1);
        Cast cast = new Cast(warm, uniform(-0.5, 0.5) * warm, -uniform(0.4, 1.2) * warm);
        double saturation = random.nextInt(3) == 0 ? 0 : uniform(0.3, 1);
        return new Fading(uniform(0, 0.28), uniform(0.65, 1), uniform(0.75, 1.4), cast, saturation);
    }

    /// Blown highlights and strong colours, which are no damage.
    Fading exposure() {
        return new Fading(0, uniform(1, 1.4), uniform(0.8, 1.1), new Cast(0, 0, 0), uniform(1, 1.5));
    }

    /// A number between two others, each as likely.
    double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }
}
