package dev.tintype.diagnose;

import dev.tintype.damage.Psf;

/// The kinds of blur that are told apart.
public enum PsfFamily {
    /// Sharp.
    NONE,
    /// A straight movement; its size is the length of the line.
    MOTION,
    /// A lens out of focus; its size is the radius of the disc.
    DISC,
    /// Softness; its size is the standard deviation.
    GAUSSIAN;

    private static final double PIXEL = 0.6; // of a pixel: the width that a line through pixels has

    /// The PSF of a size and a direction.
    ///
    /// @param size in pixels
    /// @param degrees counterclockwise from the right, for movements
    public Psf psf(double size, double degrees) {
        return switch (this) {
            case NONE -> Psf.motion(1, 0);
            case MOTION -> Psf.motion(Math.max(1, size), degrees);
            case DISC -> Psf.disc(size);
            case GAUSSIAN -> Psf.gaussian(size);
        };
    }

    /// The power `|H|²` of the PSF's transfer function.
    ///
    /// @param x frequency to the right, in cycles for each pixel
    /// @param y frequency downwards
    double power(double x, double y, double size, double degrees) {
        return switch (this) {
            case NONE -> 1;
            case MOTION -> {
                double turn = Math.toRadians(degrees);
                double line = sinc(size * (x * Math.cos(turn) - y * Math.sin(turn)));
                double pixel = sinc(x * PIXEL) * sinc(y * PIXEL);
                yield line * line * pixel * pixel;
            }
            case DISC -> {
                double argument = 2 * Math.PI * size * Math.hypot(x, y);
                double disc = argument < 1e-6 ? 1 : 2 * Bessel.j1(argument) / argument;
                yield disc * disc;
            }
            case GAUSSIAN -> Math.exp(-4 * Math.PI * Math.PI * size * size * (x * x + y * y));
        };
    }

    private static double sinc(double x) {
        double argument = Math.PI * x;
        return Math.abs(argument) < 1e-9 ? 1 : Math.sin(argument) / argument;
    }
}
