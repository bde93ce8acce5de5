package dev.tintype.nn.official.face;

import dev.tintype.nn.official.face.FacePoints.Point;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Turning, scaling and moving: column' = a column - b row + right, row' = b column + a row + down.
public record Similarity(double a, double b, double right, double down) {

    /// The one that brings an upright face closest to another, by the sum of squared distances. In the
    /// plane the general solution needs no singular value decomposition. What depends on `upright` alone
    /// has single precision, as in the released code.
    ///
    /// Source: S. Umeyama, "Least-squares estimation of transformation parameters between two point
    /// patterns", 1991, doi:10.1109/34.88573.
    public static Similarity between(FacePoints upright, FacePoints face) {
        List<Point> from = upright.all();
        List<Point> to = face.all();
        float startRow = singleMean(from, Point::row);
        float startColumn = singleMean(from, Point::column);
        double endRow = to.stream().mapToDouble(Point::row).average().orElseThrow();
        double endColumn = to.stream().mapToDouble(Point::column).average().orElseThrow();
        double along = 0;
        double across = 0;
        for (int i = 0; i < from.size(); i++) {
            float row = (float) from.get(i).row() - startRow;
            float column = (float) from.get(i).column() - startColumn;
            double newRow = to.get(i).row() - endRow;
            double newColumn = to.get(i).column() - endColumn;
            along += column * newColumn + row * newRow;
            across += column * newRow - row * newColumn;
        }
        float spread = variance(from, Point::column) + variance(from, Point::row);
        double a = along / from.size() / spread;
        double b = across / from.size() / spread;
        return new Similarity(
                a, b, endColumn - (a * startColumn - b * startRow), endRow - (b * startColumn + a * startRow));
    }

    /// How many times as long as before a distance is.
    public double scale() {
        return Math.hypot(a, b);
    }

    public Point apply(Point point) {
        return new Point(b * point.column() + a * point.row() + down, a * point.column() - b * point.row() + right);
    }

    /// The way back.
    public Similarity inverse() {
        double square = a * a + b * b;
        double c = a / square;
        double d = -b / square;
        return new Similarity(c, d, -(c * right - d * down), -(d * right + c * down));
    }

    private static float variance(List<Point> points, ToDoubleFunction<Point> side) {
        float mean = singleMean(points, side);
        float rest = singleMean(points, point -> (float) side.applyAsDouble(point) - mean);
        return singleMean(points, point -> {
            float distance = (float) side.applyAsDouble(point) - mean - rest;
            return distance * distance;
        });
    }

    private static float singleMean(List<Point> points, ToDoubleFunction<Point> side) {
        float sum = 0;
        for (Point point : points) {
            sum += (float) side.applyAsDouble(point);
        }
        return sum / points.size();
    }
}
