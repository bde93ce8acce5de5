package dev.tintype.nn.official.prepare;

import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;

/// A Gaussian of an odd side, rows then columns; borders mirror without repeating the edge.
///
/// Source: OpenCV, `GaussianBlur`, https://docs.opencv.org.
///
/// @param side of the kernel, pixels, odd
/// @param sigma standard deviation, pixels; more blurs more
public record GaussianBlur(int side, double sigma) {

    /// The deviation that OpenCV takes for a side: 4.1 for 25.
    public static GaussianBlur ofSide(int side) {
        return new GaussianBlur(side, 0.3 * ((side - 1) * 0.5 - 1) + 0.8);
    }

    public Plane apply(Plane plane) {
        Size size = plane.size();
        double[] kernel = kernel();
        int radius = side / 2;
        double[] wide = new double[size.area()];
        for (int row = 0, i = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++, i++) {
                for (int k = 0; k < side; k++) {
                    wide[i] += kernel[k] * plane.at(row, mirrored(column + k - radius, size.width()));
                }
            }
        }
        return Plane.of(size, (row, column) -> {
            double sum = 0;
            for (int k = 0; k < side; k++) {
                sum += kernel[k] * wide[mirrored(row + k - radius, size.height()) * size.width() + column];
            }
            return (float) sum;
        });
    }

    private double[] kernel() {
        double[] kernel = new double[side];
        double total = 0;
        for (int k = 0; k < side; k++) {
            double distance = k - (side - 1) / 2.0;
            kernel[k] = Math.exp(-distance * distance / (2 * sigma * sigma));
            total += kernel[k];
        }
        for (int k = 0; k < side; k++) {
            kernel[k] /= total;
        }
        return kernel;
    }

    private static int mirrored(int place, int length) {
        if (length == 1) {
            return 0;
        }
        int period = 2 * (length - 1);
        int folded = Math.floorMod(place, period);
        return folded < length ? folded : period - folded;
    }
}
