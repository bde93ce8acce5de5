package dev.tintype.damage;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;

/// What can be wrong with a photograph. `train` imitates it, `restore` undoes it.
public sealed interface Degradation {

    /// Convolution with a Gaussian of side `side` (odd, pixels) and standard deviation `sigma` (pixels).
    record Blur(int side, double sigma) implements Degradation {
        public Psf psf() {
            return Psf.gaussian(sigma);
        }
    }

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

    /// Shot noise: every sample is a count of photons, `Poisson(peak · x) / peak`.
    ///
    /// @param peak photons at white, above 0
    record Poisson(double peak) implements Degradation {}

    /// Hum or a printing screen: a wave is added to all channels.
    ///
    /// @param amplitude in sample units
    /// @param period from crest to crest, in pixels
    /// @param degrees where the wave runs to, counterclockwise from the right: 0 are upright stripes
    record Periodic(double amplitude, double period, double degrees) implements Degradation {}

    /// A line scanner's uneven lines: every row, or else every column, is lighter or darker by a number of its own.
    ///
    /// @param sigma standard deviation of these numbers, in sample units
    record Banding(double sigma, boolean rows) implements Degradation {}

    /// The camera moved in a straight line.
    ///
    /// @param length in pixels, at least 1, where nothing moved
    /// @param degrees counterclockwise from the right
    record MotionBlur(double length, double degrees) implements Degradation {
        public Psf psf() {
            return Psf.motion(length, degrees);
        }
    }

    /// The lens was out of focus.
    ///
    /// @param radius of the disc that a point became, in pixels
    record Defocus(double radius) implements Degradation {
        public Psf psf() {
            return Psf.disc(radius);
        }
    }

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

    /// Scratches and creases of one tone.
    ///
    /// @param where 1 where nothing of the photo is left
    /// @param tone of the marks, 0 black to 1 white
    record Scratches(Mask where, double tone) implements Degradation {}

    /// Specks of one tone.
    ///
    /// @param where 1 where nothing of the photo is left
    /// @param tone of the specks, 0 black to 1 white
    record Dust(Mask where, double tone) implements Degradation {}

    /// Scratches, creases, dust, holes: `paint` covers the photo where `cover` is 1.
    record Covering(Plane cover, Photo paint) implements Degradation {}
}
