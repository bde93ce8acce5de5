package dev.tintype.restore.tone;

import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.stream.IntStream;

/// Smooths a plane but for its edges: in every window the result is the line `a x + b` that fits the plane itself best,
/// with `a = var / (var + edge²)`, and every pixel takes the mean of the lines of all windows over it.
///
/// Looks `2 radius` pixels far. Windows end where the plane does.
/// Source: K. He, J. Sun and X. Tang, "Guided image filtering", 2013, doi:10.1109/TPAMI.2012.213.
///
/// @param radius windows have 2 radius + 1 pixels a side
/// @param edge contrast that is kept, sample units
record GuidedFilter(int radius, double edge) {

    Plane apply(Plane plane) {
        Size size = plane.size();
        float[] x = plane.toArray();
        double[] mean = means(size, i -> x[i]);
        double[] meanSquare = means(size, i -> (double) x[i] * x[i]);
        double[] slope = new double[x.length];
        double[] offset = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double variance = Math.max(0, meanSquare[i] - mean[i] * mean[i]);
            slope[i] = variance / (variance + edge * edge);
            offset[i] = (1 - slope[i]) * mean[i];
        }
        double[] slopes = means(size, i -> slope[i]);
        double[] offsets = means(size, i -> offset[i]);
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) (slopes[i] * x[i] + offsets[i]);
        }
        return Plane.copyOf(size, x, 0);
    }

    /// Means over all windows, by running sums along rows, then columns.
    private double[] means(Size size, Samples samples) {
        int width = size.width();
        double[] rows = new double[size.area()];
        IntStream.range(0, size.height())
                .forEach(row -> run(width, rows, row * width, 1, i -> samples.at(row * width + i)));
        double[] result = new double[size.area()];
        IntStream.range(0, width)
                .forEach(column -> run(size.height(), result, column, width, i -> rows[column + i * width]));
        return result;
    }

    private void run(int length, double[] target, int start, int step, Samples samples) {
        double sum = 0;
        for (int i = 0; i < Math.min(radius, length); i++) {
            sum += samples.at(i);
        }
        for (int i = 0; i < length; i++) {
            if (i + radius < length) {
                sum += samples.at(i + radius);
            }
            if (i > radius) {
                sum -= samples.at(i - radius - 1);
            }
            int count = Math.min(length - 1, i + radius) - Math.max(0, i - radius) + 1;
            target[start + i * step] = sum / count;
        }
    }

    private interface Samples {
        double at(int i);
    }
}
