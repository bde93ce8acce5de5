package dev.tintype.restore.denoise;

import dev.tintype.photo.Size;
import java.util.List;
import java.util.stream.IntStream;

/// Filtered blocks, added up where they belong: `Σ w k x` and `Σ w k` with the trust `w` and a window `k` that fades
/// towards the edges of a block.
final class BlockSums {
    private static final int SIDE = BlockTransform.SIDE;
    private static final float[] WINDOW = kaiser(2);

    private final int width;
    private final int first; // row
    private final float[][] values; // (planes, rows * width)
    private final float[][] weights;

    /// Sums for the groups whose reference blocks begin in rows `from` to `to` (exclusive).
    BlockSums(Size size, int planes, int from, int to) {
        width = size.width();
        first = Math.max(0, from - BlockMatching.REACH);
        int rows = Math.min(size.height(), to + BlockMatching.REACH + SIDE) - first;
        values = new float[planes][rows * width];
        weights = new float[planes][rows * width];
    }

    /// The outer product of a Kaiser window of 8 samples with itself.
    private static float[] kaiser(double beta) {
        float[] window = new float[BlockTransform.AREA];
        for (int i = 0; i < window.length; i++) {
            window[i] = (float) (kaiser(beta, i / SIDE) * kaiser(beta, i % SIDE));
        }
        return window;
    }

    private static double kaiser(double beta, int i) {
        double place = 2.0 * i / (SIDE - 1) - 1;
        return bessel(beta * Math.sqrt(1 - place * place)) / bessel(beta);
    }

    /// The modified Bessel function of order 0, `Σ ((x/2)ᵏ / k!)²`.
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 20; k++) {
            term *= x / 2 / k;
            sum += term * term;
        }
        return sum;
    }

    /// Adds a block of a plane.
    ///
    /// @param place index of its first sample in the photo
    void add(int plane, int place, float[] block, float trust) {
        float[] value = values[plane];
        float[] weight = weights[plane];
        for (int y = 0; y < SIDE; y++) {
            int at = place + (y - first) * width;
            for (int x = 0; x < SIDE; x++) {
                float w = trust * WINDOW[y * SIDE + x];
                value[at + x] += w * block[y * SIDE + x];
                weight[at + x] += w;
            }
        }
    }

    /// The weighted means of all bands, added up in their order.
    static List<float[]> means(Size size, List<BlockSums> bands) {
        return IntStream.range(0, bands.getFirst().values.length)
                .mapToObj(plane -> mean(size, bands, plane))
                .toList();
    }

    private static float[] mean(Size size, List<BlockSums> bands, int plane) {
        float[] value = new float[size.area()];
        float[] weight = new float[size.area()];
        for (BlockSums band : bands) {
            int at = band.first * band.width;
            float[] values = band.values[plane];
            float[] weights = band.weights[plane];
            for (int i = 0; i < values.length; i++) {
                value[at + i] += values[i];
                weight[at + i] += weights[i];
            }
        }
        for (int i = 0; i < value.length; i++) {
            value[i] /= weight[i];
        }
        return value;
    }
}
