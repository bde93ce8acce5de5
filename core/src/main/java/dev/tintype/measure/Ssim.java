package dev.tintype.measure;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;

/// Structural similarity, 1 for equal photos: the mean over all windows of 7 x 7 pixels and all channels of
/// `(2 μx μy + C1)(2 σxy + C2) / ((μx² + μy² + C1)(σx² + σy² + C2))`, `C1 = 0.01²`, `C2 = 0.03²`.
///
/// Windows count all samples alike and use the sample covariance, as `structural_similarity` of scikit-image does.
/// Source: Z. Wang et al., "Image Quality Assessment: From Error Visibility to Structural Similarity", 2004,
/// doi:10.1109/TIP.2003.819861.
public record Ssim() implements Metric.FullReference {
    private static final int SIDE = 7;
    private static final double C1 = 0.01 * 0.01;
    private static final double C2 = 0.03 * 0.03;

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    @Override
    public double score(Photo restored, Photo reference) {
        Metric.FullReference.requireSizes(restored, reference, SIDE);
        double sum = 0;
        for (int c = 0; c < restored.planes().size(); c++) {
            sum += score(restored.planes().get(c), reference.planes().get(c));
        }
        return sum / restored.planes().size();
    }

    private static double score(Plane x, Plane y) {
        int width = x.size().width();
        int height = x.size().height();
        double[][] columns = new double[5][width]; // sums of x, y, xx, yy, xy over the last 7 rows
        double sum = 0;
        for (int row = 0; row < height; row++) {
            add(columns, x, y, row, 1);
            if (row >= SIDE) {
                add(columns, x, y, row - SIDE, -1);
            }
            if (row >= SIDE - 1) {
                sum += row(columns, width);
            }
        }
        return sum / (width - SIDE + 1) / (height - SIDE + 1);
    }

    private static void add(double[][] columns, Plane x, Plane y, int row, int sign) {
        for (int column = 0; column < columns[0].length; column++) {
            double a = x.at(row, column);
            double b = y.at(row, column);
            columns[0][column] += sign * a;
            columns[1][column] += sign * b;
            columns[2][column] += sign * a * a;
            columns[3][column] += sign * b * b;
            columns[4][column] += sign * a * b;
        }
    }

    private static double row(double[][] columns, int width) {
        double[] window = new double[5];
        double sum = 0;
        for (int column = 0; column < width; column++) {
            for (int i = 0; i < 5; i++) {
                window[i] += columns[i][column] - (column >= SIDE ? columns[i][column - SIDE] : 0);
            }
            if (column >= SIDE - 1) {
                sum += similarity(window);
            }
        }
        return sum;
    }

    private static double similarity(double[] window) {
        double n = (double) SIDE * SIDE;
        double x = window[0] / n;
        double y = window[1] / n;
        double xx = (window[2] - n * x * x) / (n - 1);
        double yy = (window[3] - n * y * y) / (n - 1);
        double xy = (window[4] - n * x * y) / (n - 1);
        return (2 * x * y + C1) * (2 * xy + C2) / ((x * x + y * y + C1) * (xx + yy + C2));
    }
}
