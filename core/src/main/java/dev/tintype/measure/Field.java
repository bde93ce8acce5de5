package dev.tintype.measure;

import dev.tintype.photo.Plane;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/// Numbers on a grid in double precision, so that metrics can be written as their formulas.
final class Field {
    private final int height;
    private final int width;
    private final double[] values; // (height, width)

    private Field(int height, int width, double[] values) {
        this.height = height;
        this.width = width;
        this.values = values;
    }

    static Field of(int height, int width, Numbers numbers) {
        double[] values = new double[Math.multiplyExact(height, width)];
        for (int row = 0, i = 0; row < height; row++) {
            for (int column = 0; column < width; column++, i++) {
                values[i] = numbers.at(row, column);
            }
        }
        return new Field(height, width, values);
    }

    static Field of(Plane plane) {
        return of(plane.size().height(), plane.size().width(), plane::at);
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    double at(int row, int column) {
        return values[row * width + column];
    }

    /// The number at a place, or that of the border nearest to a place outside.
    double nearest(int row, int column) {
        return at(Math.clamp(row, 0, height - 1), Math.clamp(column, 0, width - 1));
    }

    /// The number at a place, or 0 outside.
    double orZero(int row, int column) {
        return row >= 0 && row < height && column >= 0 && column < width ? at(row, column) : 0;
    }

    Field map(DoubleUnaryOperator f) {
        return new Field(height, width, Arrays.stream(values).map(f).toArray());
    }

    Field with(Field other, DoubleBinaryOperator f) {
        double[] both = new double[values.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = f.applyAsDouble(values[i], other.values[i]);
        }
        return new Field(height, width, both);
    }

    Field times(Field other) {
        return with(other, (a, b) -> a * b);
    }

    /// The part that begins at a place.
    Field crop(int top, int left, int rows, int columns) {
        return of(rows, columns, (row, column) -> at(top + row, left + column));
    }

    /// Weighted means over a window that is a product of one profile along rows and along columns; the border is
    /// repeated.
    ///
    /// @param profile an odd number of weights
    Field smoothed(double[] profile) {
        int middle = profile.length / 2;
        Field across = of(height, width, (row, column) -> {
            double sum = 0;
            for (int i = 0; i < profile.length; i++) {
                sum += profile[i] * nearest(row, column + i - middle);
            }
            return sum;
        });
        return of(height, width, (row, column) -> {
            double sum = 0;
            for (int i = 0; i < profile.length; i++) {
                sum += profile[i] * across.nearest(row + i - middle, column);
            }
            return sum;
        });
    }

    /// A Gaussian bell of so many weights, which sum to 1.
    static double[] bell(int length, double sigma) {
        double[] weights = new double[length];
        for (int i = 0; i < length; i++) {
            double place = i - (length - 1) / 2.0;
            weights[i] = Math.exp(-place * place / (2 * sigma * sigma));
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    DoubleStream values() {
        return Arrays.stream(values);
    }

    double mean() {
        return values().average().orElseThrow();
    }

    /// A number for each place.
    @FunctionalInterface
    interface Numbers {
        double at(int row, int column);
    }
}
