package dev.tintype.restore.deblur;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;

/// The inverse filter `X = Y / H`, which strengthens whatever the blur left weak, noise included; limited to what a
/// threshold allows: `X = Y H* / (|H| max(|H|, t))`.
///
/// Even the rounding to 8 bits makes the raw filter, `t = 0`, useless where `H` comes near 0.
/// Source: H. C. Andrews, B. R. Hunt, "Digital Image Restoration", 1977, ISBN 0-13-214213-9, chapter 7.
///
/// @param threshold the least `|H|` that is believed, 0 to 1: nothing is strengthened more than `1 / t`
public record InverseFilter(
        Psf psf,

        @Setting(value = "least |H| that is believed", usual = "0.1", most = 1)
        double threshold) implements Stage {
    private static final float TINY = 1e-6f; // |H| that divides nothing

    public InverseFilter {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("the threshold may be 0 to 1, not " + threshold);
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
        float least = Math.max(TINY, (float) threshold);
        BlurModel.Gain gain = (power, _) -> {
            float size = Math.max(TINY, (float) Math.sqrt(power));
            return 1 / (size * Math.max(size, least));
        };
        return Planes.restore(photo, plane -> restore(model, gain, plane));
    }

    private Plane restore(BlurModel model, BlurModel.Gain gain, Plane plane) {
        float[] known = model.frame().blend(plane);
        float[] spectrum = model.transform().forward(known);
        if (threshold > 0) {
            return model.crop(new BorderSolver(model, gain, known).solve(spectrum, 0));
        }
        // the raw filter would blow up what it adds around the photo
        model.filter(spectrum, gain);
        return model.crop(spectrum);
    }
}
