package dev.tintype.cli;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import dev.tintype.signal.RealTransform;
import java.util.Random;

/// A sharp photo and what a known blur and noise make of it. As in a camera, what lies around the photo blurs into
/// it.
final class BlurExperiment {
    private static final long SEED = 20261125;

    private final Photo whole;
    private final Psf psf;
    private final Region inside;

    /// @param side pixels along a side of the middle of the photo that is used, at most
    BlurExperiment(Photo photo, Psf psf, int side) {
        int frame = Math.max(psf.size().width(), psf.size().height()) / 2 + 1;
        int width = Math.min(photo.size().width(), side + 2 * frame) / 2 * 2;
        int height = Math.min(photo.size().height(), side + 2 * frame);
        if (Math.min(width, height) <= 4 * frame) {
            throw new IllegalArgumentException("a photo of %d x %d pixels is too small for this blur"
                    .formatted(photo.size().width(), photo.size().height()));
        }
        this.whole = photo.crop(new Region(
                (photo.size().height() - height) / 2, (photo.size().width() - width) / 2, new Size(width, height)));
        this.psf = psf;
        this.inside = new Region(frame, frame, new Size(width - 2 * frame, height - 2 * frame));
    }

    /// The sharp photo that blurred ones are of.
    Photo truth() {
        return whole.crop(inside);
    }

    /// The blurred photo with Gaussian noise, rounded to 8 bits; always the same.
    ///
    /// @param sigma standard deviation of the noise, in samples
    Photo blurred(double sigma) {
        RealTransform transform = new RealTransform(whole.size());
        float[] transfer = transform.forward(psf.aroundOrigin(whole.size()).toArray());
        Random random = new Random(SEED);
        Photo noisy = whole.map(plane -> blurred(transform, transfer, plane))
                .crop(inside)
                .map(plane -> plane.map(sample -> (float) (sample + sigma * random.nextGaussian())));
        return rounded(noisy);
    }

    /// The photo as an 8-bit file holds it.
    static Photo rounded(Photo photo) {
        return photo.map(plane -> plane.map(sample -> Math.round(Math.clamp(sample, 0f, 1f) * 255) / 255f));
    }

    private static Plane blurred(RealTransform transform, float[] transfer, Plane plane) {
        float[] spectrum = transform.forward(plane.toArray());
        for (int i = 0; i < spectrum.length; i += 2) {
            float real = spectrum[i] * transfer[i] - spectrum[i + 1] * transfer[i + 1];
            spectrum[i + 1] = spectrum[i] * transfer[i + 1] + spectrum[i + 1] * transfer[i];
            spectrum[i] = real;
        }
        return Plane.copyOf(plane.size(), transform.inverse(spectrum), 0);
    }
}
