package dev.tintype.damage;

import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;

/// A point spread function: what a point of light became. The blurred photo is the sound one convolved with it.
///
/// @param kernel odd sides, no number below 0, sum 1; the middle is where the point was
public record Psf(Plane kernel) {
    /// How a text describes a PSF.
    public static final String FORMS = "motion:LENGTH:DEGREES, disc:RADIUS or gaussian:SIGMA";

    private static final int FINE = 8; // samples along a pixel's side when a shape is drawn

    public Psf {
        Size size = kernel.size();
        if (size.width() % 2 == 0 || size.height() % 2 == 0) {
            throw new IllegalArgumentException("a PSF has odd sides, not " + size);
        }
    }

    /// A straight movement: a line of `length` pixels, as wide as a pixel, through the middle.
    ///
    /// @param length in pixels, at least 1, where nothing moved
    /// @param degrees counterclockwise from the right
    public static Psf motion(double length, double degrees) {
        check(length >= 1 && Double.isFinite(degrees), "motion", length);
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double half = (length - 1) / 2;
        return drawn((int) Math.ceil(half + 1), (x, y) -> {
            double along = x * cos - y * sin;
            double across = x * sin + y * cos;
            double beyond = Math.max(0, Math.abs(along) - half);
            return Math.max(0, 1 - beyond) * Math.max(0, 1 - Math.abs(across));
        });
    }

    /// A lens out of focus: an even disc.
    ///
    /// @param radius in pixels, above 0
    public static Psf disc(double radius) {
        check(radius > 0, "a disc", radius);
        return drawn((int) Math.ceil(radius), (x, y) -> Math.hypot(x, y) <= radius ? 1 : 0);
    }

    /// A Gaussian of standard deviation `sigma` pixels, cut off at four of them.
    public static Psf gaussian(double sigma) {
        check(sigma > 0, "a Gaussian", sigma);
        return drawn((int) Math.ceil(4 * sigma), (x, y) -> Math.exp(-(x * x + y * y) / (2 * sigma * sigma)));
    }

    /// The PSF that a text describes.
    ///
    /// @throws IllegalArgumentException where it is not one of [#FORMS]
    public static Psf parse(String text) {
        String[] parts = text.split(":", -1);
        return switch (parts[0] + "/" + (parts.length - 1)) {
            case "motion/2" -> motion(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
            case "disc/1" -> disc(Double.parseDouble(parts[1]));
            case "gaussian/1" -> gaussian(Double.parseDouble(parts[1]));
            default -> throw new IllegalArgumentException("a PSF is " + FORMS + ", not " + text);
        };
    }

    private static void check(boolean valid, String what, double size) {
        if (!valid || !Double.isFinite(size)) {
            throw new IllegalArgumentException("the size of %s cannot be %s pixels".formatted(what, size));
        }
    }

    /// Sides in pixels.
    public Size size() {
        return kernel.size();
    }

    private static Psf drawn(int radius, Shape shape) {
        Size size = new Size(2 * radius + 1, 2 * radius + 1);
        Plane weights = Plane.of(size, (row, column) -> (float) weight(shape, column - radius, row - radius));
        double sum = 0;
        for (float weight : weights.toArray()) {
            sum += weight;
        }
        float all = (float) sum;
        return new Psf(weights.map(weight -> weight / all));
    }

    /// The mean of a shape over a pixel, times the number of samples.
    private static double weight(Shape shape, int x, int y) {
        double weight = 0;
        for (int i = 0; i < FINE; i++) {
            for (int j = 0; j < FINE; j++) {
                weight += shape.at(x + (j + 0.5) / FINE - 0.5, y + (i + 0.5) / FINE - 0.5);
            }
        }
        return weight;
    }

    /// A weight at a place right of and below the middle, in pixels.
    private interface Shape {
        double at(double x, double y);
    }
}
