package dev.tintype.restore.deblur;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Plane;
import dev.tintype.restore.Setting;

/// The Wiener filter, of all linear ones that which errs least: `X = H* Y / (|H|² + σ² / S)`, where `σ²` is the
/// power of the noise and `S` that of the sharp photo, fitted to the blurred one.
///
/// *Flat*: `S` is the same at all frequencies. *Power law*: `S = A / |D|²`, as photos have it, where `|D|²` is the
/// power of a gradient. What lies around the photo is solved for. Needs about 40 bytes for each sample of a plane.
/// Source: N. Wiener, "Extrapolation, Interpolation, and Smoothing of Stationary Time Series", 1949,
/// doi:10.7551/mitpress/2946.001.0001.
///
/// @param noise standard deviation, in samples, 0 to 1; rounding is added by itself
public record Wiener(
        Psf psf,

        @Setting(value = "standard deviation of the noise, in samples", usual = "0", most = 1)
        double noise,

        @Setting(value = "how the sharp photo's power falls with frequency", usual = "power_law")
        Prior prior)
        implements Deblurring {
    private static final double HIDING = 2 / 255.0; // noise that hides the highest frequencies
    private static final double MIDDLE = 2; // |D|² of the frequencies that set the flat prior

    public Wiener {
        Planes.requireNoise(noise);
    }

    /// What is assumed of sharp photos.
    public enum Prior {
        FLAT,
        POWER_LAW
    }

    @Override
    public Plane restore(BlurModel model, Plane plane, double sigma) {
        float[] known = model.frame().blend(plane);
        float[] spectrum = model.transform().forward(known);
        PowerLaw law = PowerLaw.of(model, spectrum, sigma);
        BlurModel.Gain gain = switch (prior) {
            case FLAT -> flat(law, sigma);
            case POWER_LAW -> powerLaw(law, sigma);
        };
        return model.crop(new BorderSolver(model, gain, known).solve(spectrum, sigma));
    }

    /// The filter for photos that follow the law. They have less of the highest frequencies than it says, which shows
    /// where little noise hides it: there the noise counts nearly twice, as measured.
    static BlurModel.Gain powerLaw(PowerLaw law, double sigma) {
        double doubt = 1 + 1 / (1 + sigma / HIDING);
        float ratio = (float) (doubt * sigma * sigma / law.gradient());
        return (power, gradient) -> 1 / (power + ratio * gradient);
    }

    private static BlurModel.Gain flat(PowerLaw law, double sigma) {
        float ratio = (float) (sigma * sigma * MIDDLE / law.gradient());
        return (power, _) -> 1 / (power + ratio);
    }
}
