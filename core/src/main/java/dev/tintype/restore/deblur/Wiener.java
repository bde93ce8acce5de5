package dev.tintype.restore.deblur;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;

/// The Wiener filter, of all linear ones that which errs least: `X = H* Y / (|H|² + σ² / S)`, where `σ²` is the power of
/// the noise and `S` that of the sharp photo, fitted to the blurred one.
///
/// *Flat*: `S` is the same at all frequencies. *Power law*: `S = A / |D|²`, as photos have it, where `|D|²` is the power of
/// a gradient. What lies around the photo is solved for. Needs about 20 bytes for each sample.
/// Source: N. Wiener, "Extrapolation, Interpolation, and Smoothing of Stationary Time Series", 1949,
/// doi:10.7551/mitpress/2946.001.0001.
///
/// @param noise standard deviation, in samples, 0 to 1; rounding is added by itself
public record Wiener(
        Psf psf,
        @Setting(value = "standard deviation of the noise, in samples", usual = "0", most = 1) double noise,
        @Setting(value = "how the sharp photo's power falls with frequency", usual = "power_law") Prior prior)
        implements Stage {
    private static final int ROUNDS = 6;
    private static final double LOW = 0.3 * 0.3; // |D|² of the middle frequencies, which set the flat prior
    private static final double HIGH = 1.2 * 1.2;

    public Wiener {
        Planes.requireNoise(noise);
    }

    /// What is assumed of sharp photos.
    public enum Prior {
        FLAT,
        POWER_LAW
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
        double sigma = Planes.expected(photo, noise);
        return Planes.restore(photo, plane -> restore(model, plane, sigma));
    }

    private Plane restore(BlurModel model, Plane plane, double sigma) {
        float[] known = model.frame().blend(plane);
        float[] spectrum = model.transform().forward(known);
        PowerLaw law = PowerLaw.of(model, spectrum, sigma);
        BlurModel.Gain gain = switch (prior) {
            case FLAT -> flat(model, spectrum, sigma, law);
            case POWER_LAW -> powerLaw(law, sigma);
        };
        return model.frame().crop(model.restore(known, gain, ROUNDS));
    }

    /// The filter for photos that follow the law.
    static BlurModel.Gain powerLaw(PowerLaw law, double sigma) {
        float ratio = (float) (sigma * sigma / law.gradient());
        return (power, gradient) -> 1 / (power + ratio * gradient);
    }

    private static BlurModel.Gain flat(BlurModel model, float[] spectrum, double sigma, PowerLaw law) {
        double count = model.sum(spectrum, (_, _, gradient) -> isMiddle(gradient) ? 1 : 0);
        double sum = model.sum(spectrum, (_, _, gradient) -> isMiddle(gradient) ? 1 / gradient : 0);
        float ratio = (float) (sigma * sigma / (law.gradient() * sum / count));
        return (power, _) -> 1 / (power + ratio);
    }

    private static boolean isMiddle(double gradient) {
        return gradient > LOW && gradient < HIGH;
    }
}
