package dev.tintype.restore.deblur;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Stage;

/// A stage that undoes a known blur, plane by plane, and knows how much noise there is.
interface Deblurring extends Stage {
    /// Standard deviation of the noise, in samples.
    double noise();

    /// How a point was blurred.
    Psf psf();

    /// One plane without its blur.
    ///
    /// @param sigma the noise that must be expected
    Plane restore(BlurModel model, Plane plane, double sigma);

    @Override
    default Phase phase() {
        return Phase.DEBLUR;
    }

    @Override
    default Reach reach() {
        return new Reach.Whole();
    }

    @Override
    default Photo apply(Photo photo) {
        BlurModel model = new BlurModel(photo.size(), psf());
        double sigma = Planes.expected(photo, noise());
        return Planes.restore(photo, plane -> restore(model, plane, sigma));
    }
}
