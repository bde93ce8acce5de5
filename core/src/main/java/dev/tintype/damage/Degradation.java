package dev.tintype.damage;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;

/// What can be wrong with a photograph. `train` imitates it, `restore` undoes it.
public sealed interface Degradation {

    /// Convolution with a Gaussian of side `side` (odd, pixels) and standard deviation `sigma` (pixels).
    record Blur(int side, double sigma) implements Degradation {}

    /// Independent noise in every sample.
    ///
    /// @param sigma standard deviation in sample units, 0 to 1
    record GaussianNoise(double sigma) implements Degradation {}

    /// Noise that grows with the light: `x + x · n`, `n` normal with deviation `sigma`.
    record Speckle(double sigma) implements Degradation {}

    /// A share of the samples is black or white.
    ///
    /// @param share of all samples, 0 to 1
    /// @param salt share of white among them, 0 to 1
    record SaltAndPepper(double share, double salt) implements Degradation {}

    /// Noise of the film's silver: correlated over `radius` pixels, the same in all channels.
    record Grain(double sigma, double radius) implements Degradation {}

    /// Scanned or copied with fewer pixels, then enlarged again, by nearest sample or bilinearly.
    record LowResolution(double widthShare, double heightShare, boolean nearest) implements Degradation {}

    /// JPEG compression, `quality` from 1 to 100.
    record Compression(int quality) implements Degradation {}

    /// Faded dyes and yellowed paper: `lo + (hi − lo) · x^gamma + cast` per channel, after the colours were drawn to
    /// grey by `saturation` (1 keeps them, 0 is grey).
    record Fading(double lo, double hi, double gamma, Cast cast, double saturation) implements Degradation {}

    /// What is added to red, green and blue, in sample units.
    record Cast(double red, double green, double blue) {
        public double of(int channel) {
            return switch (channel) {
                case 0 -> red;
                case 1 -> green;
                default -> blue;
            };
        }
    }

    /// Scratches, creases, dust, holes: `paint` covers the photo where `cover` is 1.
    record Covering(Plane cover, Photo paint) implements Degradation {}
}
