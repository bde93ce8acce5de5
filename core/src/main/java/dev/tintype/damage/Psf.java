package dev.tintype.damage;

import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/// A point spread function: what a point of light became. The blurred photo is the sound one convolved with it.
///
/// @param kernel odd sides, no number below 0, sum 1; the middle is where the point was
public record Psf(Plane kernel) {
    /// How a text describes a PSF.
    public static final String FORMS =
            "motion:LENGTH:DEGREES, disc:RADIUS, gaussian:SIGMA or weights:ROW/ROW/... of numbers with commas";

    private static final float FINEST = 65535; // the largest weight in a text

    private static final int POINTS = 200; // of a line, for each pixel of its length
    private static final double NEARLY = 1e-9; // pixels that rounding may add
    private static final int FINE = 8; // samples along a pixel's side when a shape is drawn

    public Psf {
        Size size = kernel.size();
        if (size.width() % 2 == 0 || size.height() % 2 == 0) {
            throw new IllegalArgumentException("a PSF has odd sides, not " + size);
        }
    }

    /// The PSF of given weights: those below 0 count as 0, and the sum becomes 1.
    ///
    /// @param weights odd sides, the point in the middle
    /// @throws IllegalArgumentException where they are all 0 or not finite
    public static Psf of(Plane weights) {
        double sum = 0;
        for (float weight : weights.toArray()) {
            sum += Math.max(0, weight);
        }
        if (!(sum > 0 && Double.isFinite(sum))) {
            throw new IllegalArgumentException("the weights of a PSF cannot sum to " + sum);
        }
        double all = sum;
        return new Psf(weights.map(weight -> (float) (Math.max(0, weight) / all)));
    }

    /// A straight movement: the weight of a pixel is how much of a line through the middle lies in it.
    ///
    /// @param length of the line in pixels, at least 1, where nothing moved
    /// @param degrees counterclockwise from the right
    public static Psf motion(double length, double degrees) {
        check(length >= 1 && Double.isFinite(degrees), "motion", length);
        double right = length * Math.cos(Math.toRadians(degrees));
        double down = -length * Math.sin(Math.toRadians(degrees));
        int radius = (int) Math.ceil(Math.max(Math.abs(right), Math.abs(down)) / 2 - 0.5 - NEARLY);
        int side = 2 * radius + 1;
        double[] weights = new double[side * side];
        int steps = POINTS * (int) Math.ceil(length);
        for (int i = 0; i < steps; i++) {
            double along = (i + 0.5) / steps - 0.5;
            weights[pixel(along * down, radius) * side + pixel(along * right, radius)]++;
            weights[pixel(-along * down, radius) * side + pixel(-along * right, radius)]++;
        }
        return of(Plane.of(new Size(side, side), (row, column) -> (float) weights[row * side + column]));
    }

    private static int pixel(double place, int radius) {
        return Math.clamp(Math.round(place) + radius, 0, 2 * radius);
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
            case "weights/1" -> weights(parts[1]);
            default -> throw new IllegalArgumentException("a PSF is " + FORMS + ", not " + text);
        };
    }

    private static Psf weights(String text) {
        String[] rows = text.split("/", -1);
        List<float[]> weights = new ArrayList<>();
        for (String row : rows) {
            String[] numbers = row.split(",", -1);
            float[] line = new float[numbers.length];
            for (int i = 0; i < line.length; i++) {
                line[i] = Float.parseFloat(numbers[i]);
            }
            if (line.length != (weights.isEmpty() ? line : weights.getFirst()).length) {
                throw new IllegalArgumentException("the rows of a PSF have as many weights each");
            }
            weights.add(line);
        }
        Size size = new Size(weights.getFirst().length, rows.length);
        return of(Plane.of(size, (row, column) -> weights.get(row)[column]));
    }

    /// A text that describes any PSF, its weights rounded to shares of 1/65535 of the largest.
    public String text() {
        float most = 0;
        for (float weight : kernel.toArray()) {
            most = Math.max(most, weight);
        }
        StringBuilder text = new StringBuilder("weights:");
        for (int row = 0; row < size().height(); row++) {
            for (int column = 0; column < size().width(); column++) {
                text.append(column > 0 ? "," : row > 0 ? "/" : "");
                text.append(Math.round(kernel.at(row, column) / most * FINEST));
            }
        }
        return text.toString();
    }

    private static void check(boolean valid, String what, double size) {
        if (!valid || !Double.isFinite(size)) {
            throw new IllegalArgumentException("the size of %s cannot be %s pixels".formatted(what, size));
        }
    }

    /// Sides in pixels.
    /// How far the light of a point was spread: its standard deviation along the direction in which it is largest,
    /// pixels. A movement has its length / √12, a disc half its radius, a Gaussian its σ.
    public double spread() {
        double middleRow = moment((row, _) -> row);
        double middleColumn = moment((_, column) -> column);
        double down = moment((row, _) -> (row - middleRow) * (row - middleRow));
        double right = moment((_, column) -> (column - middleColumn) * (column - middleColumn));
        double both = moment((row, column) -> (row - middleRow) * (column - middleColumn));
        return Math.sqrt((down + right) / 2 + Math.hypot((down - right) / 2, both));
    }

    private double moment(DoubleBinaryOperator of) {
        double sum = 0;
        for (int row = 0; row < kernel.size().height(); row++) {
            for (int column = 0; column < kernel.size().width(); column++) {
                sum += kernel.at(row, column) * of.applyAsDouble(row, column);
            }
        }
        return sum;
    }

    public Size size() {
        return kernel.size();
    }

    /// The weights on a plane of a size where the point is at the origin and the right border touches the left, as
    /// the discrete Fourier transform has it.
    public Plane aroundOrigin(Size size) {
        float[] result = new float[size.area()];
        int height = size().height();
        int width = size().width();
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int down = Math.floorMod(row - height / 2, size.height());
                int across = Math.floorMod(column - width / 2, size.width());
                result[down * size.width() + across] += kernel.at(row, column);
            }
        }
        return Plane.copyOf(size, result, 0);
    }

    private static Psf drawn(int radius, Shape shape) {
        Size size = new Size(2 * radius + 1, 2 * radius + 1);
        return of(Plane.of(size, (row, column) -> (float) weight(shape, column - radius, row - radius)));
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
