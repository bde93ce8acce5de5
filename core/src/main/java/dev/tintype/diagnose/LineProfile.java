package dev.tintype.diagnose;

import dev.tintype.photo.Plane;
import java.util.Arrays;

/// How much each row, or each column, differs from its neighbours over its whole length. The median over a third of the
/// line is blind to edges and texture; what all three thirds share is banding.
///
/// @param sigma deviation of the lines' own numbers, in sample units, from what the thirds share
/// @param agreement correlation of the thirds, 0 to 1
/// @param steady the same with medians in place of means: what only a few lines share does not count
/// @param usual the median difference, over 0.6745: as large as `sigma` where all lines differ, smaller where few do
/// @param tonal share of the strongest frequency in the differences: near 1 of a periodic pattern
record LineProfile(double sigma, double agreement, double steady, double usual, double tonal) {
    private static final double GAIN = Math.sqrt(1.5); // of the second difference below on white noise
    private static final int SAMPLES = 250; // of a third of a line

    /// @param rows whether rows are compared, or columns
    static LineProfile of(Plane plane, boolean rows) {
        int lines = rows ? plane.size().height() : plane.size().width();
        int length = rows ? plane.size().width() : plane.size().height();
        if (lines < 16 || length < 16) {
            return new LineProfile(0, 0, 0, 0, 0);
        }
        float[] x = plane.toArray();
        int width = plane.size().width();
        double[][] thirds = new double[3][lines - 2];
        for (int third = 0; third < 3; third++) {
            int from = length * third / 3;
            int to = length * (third + 1) / 3;
            int step = (to - from + SAMPLES - 1) / SAMPLES;
            float[] values = new float[(to - from + step - 1) / step];
            for (int line = 1; line < lines - 1; line++) {
                int next = rows ? width : 1; // line
                int start = rows ? line * width + from : line + from * width;
                for (int k = 0, i = start; k < values.length; k++, i += rows ? step : step * width) {
                    values[k] = x[i] - (x[i - next] + x[i + next]) / 2;
                }
                thirds[third][line - 1] = Medians.middle(values);
            }
        }
        return of(thirds);
    }

    private static LineProfile of(double[][] thirds) {
        double shared =
                (product(thirds[0], thirds[1]) + product(thirds[1], thirds[2]) + product(thirds[0], thirds[2])) / 3;
        double own =
                (product(thirds[0], thirds[0]) + product(thirds[1], thirds[1]) + product(thirds[2], thirds[2])) / 3;
        double[] mean = new double[thirds[0].length];
        double[] sizes = new double[mean.length];
        double[] together = new double[mean.length];
        double[] apart = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (thirds[0][i] + thirds[1][i] + thirds[2][i]) / 3;
            sizes[i] = Math.abs(mean[i]);
            double squares = thirds[0][i] * thirds[0][i] + thirds[1][i] * thirds[1][i] + thirds[2][i] * thirds[2][i];
            together[i] = (9 * mean[i] * mean[i] - squares) / 6;
            apart[i] = squares / 3;
        }
        Arrays.sort(sizes);
        return new LineProfile(
                Math.sqrt(Math.max(0, shared)) / GAIN,
                Math.clamp(shared / (own + 1e-12), 0, 1),
                Math.clamp(middle(together) / (middle(apart) + 1e-12), 0, 1),
                sizes[sizes.length / 2] / 0.6745 / GAIN,
                tonal(mean));
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum / one.length;
    }

    /// The share of the energy within a bin of the strongest frequency.
    private static double tonal(double[] profile) {
        int n = Math.min(512, profile.length);
        double[] power = new double[n / 2 + 1];
        double all = 1e-15;
        for (int k = 1; k <= n / 2; k++) {
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < n; i++) {
                double window = 1 - Math.cos(2 * Math.PI * (i + 0.5) / n);
                double turn = 2 * Math.PI * ((long) i * k % n) / n;
                real += window * profile[i] * Math.cos(turn);
                imaginary += window * profile[i] * Math.sin(turn);
            }
            power[k] = real * real + imaginary * imaginary;
            all += power[k];
        }
        double most = 0;
        for (int k = 1; k <= n / 2; k++) {
            double near = power[k] + power[k - 1] + (k < n / 2 ? power[k + 1] : 0);
            most = Math.max(most, near);
        }
        return most / all;
    }

    /// The median, or of an even number of values the mean of the middle two; sorts them.
    private static double middle(double[] values) {
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }
}
