package dev.tintype.signal;

import dev.tintype.photo.Size;

/// Means over squares around every sample; at the borders, over what of the square lies inside.
///
/// Every sum is made anew in the same order, not updated from its neighbour's, so a tile gives exactly what the whole
/// photo gives. Time grows with the radius.
public final class BoxMean {
    private BoxMean() {}

    /// The means of samples in row order.
    ///
    /// @param radius of the square, which has sides of `2 radius + 1` pixels
    public static float[] of(Size size, float[] samples, int radius) {
        float[] columns = new float[samples.length];
        float[] result = new float[samples.length];
        int width = size.width();
        for (int row = 0; row < size.height(); row++) {
            int from = Math.max(0, row - radius);
            int to = Math.min(size.height() - 1, row + radius);
            for (int other = from; other <= to; other++) {
                addRow(columns, row * width, samples, other * width, width);
            }
            sumRow(columns, result, row * width, width, radius);
            for (int column = 0; column < width; column++) {
                int across = Math.min(width - 1, column + radius) - Math.max(0, column - radius) + 1;
                result[row * width + column] /= across * (to - from + 1);
            }
        }
        return result;
    }

    private static void addRow(float[] sums, int at, float[] samples, int from, int width) {
        for (int x = 0; x < width; x++) {
            sums[at + x] += samples[from + x];
        }
    }

    private static void sumRow(float[] samples, float[] sums, int at, int width, int radius) {
        for (int x = 0; x < width; x++) {
            float sum = 0;
            int to = Math.min(width - 1, x + radius);
            for (int other = Math.max(0, x - radius); other <= to; other++) {
                sum += samples[at + other];
            }
            sums[at + x] = sum;
        }
    }
}
