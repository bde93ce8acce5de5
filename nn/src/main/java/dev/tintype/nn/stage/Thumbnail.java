package dev.tintype.nn.stage;

import dev.tintype.nn.net.ToneNet;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Size;
import java.util.Optional;
import java.util.stream.IntStream;

/// The tones of a scan at a glance: means in a grid of 64 x 64, as (3, 64, 64).
final class Thumbnail {
    private static final int SIDE = ToneNet.THUMBNAIL;

    private Thumbnail() {}

    /// Of what is sound, where that is known.
    ///
    /// @param mask one channel, above 0 where the scan is lost
    static float[] of(Samples scan, Optional<Samples> mask) {
        Size size = scan.size();
        int cells = SIDE * SIDE;
        double[] sums = new double[3 * cells];
        double[] counts = new double[cells];
        for (int row = 0; row < size.height(); row++) {
            int first = (int) ((long) row * SIDE / size.height());
            int last = (int) (((row + 1L) * SIDE - 1) / size.height());
            for (int column = 0; column < size.width(); column++) {
                int left = (int) ((long) column * SIDE / size.width());
                int right = (int) (((column + 1L) * SIDE - 1) / size.width());
                double weight = mask.isPresent() && mask.get().raw(0, row, column) > 0 ? 1e-3 : 1;
                for (int y = first; y <= last; y++) {
                    for (int x = left; x <= right; x++) {
                        add(scan, row, column, weight, y * SIDE + x, sums, counts);
                    }
                }
            }
        }
        float[] thumbnail = new float[3 * cells];
        for (int i = 0; i < thumbnail.length; i++) {
            thumbnail[i] = (float) (sums[i] / counts[i % cells] / scan.depth().white());
        }
        return thumbnail;
    }

    private static void add(
            Samples scan, int row, int column, double weight, int cell, double[] sums, double[] counts) {
        for (int c = 0; c < 3; c++) {
            sums[c * SIDE * SIDE + cell] += weight * scan.raw(scan.channels() == 1 ? 0 : c, row, column);
        }
        counts[cell] += weight;
    }

    /// A thumbnail to look at.
    static Photo photo(float[] thumbnail) {
        Size size = new Size(SIDE, SIDE);
        return new Photo(IntStream.range(0, 3)
                .mapToObj(c -> Plane.copyOf(size, thumbnail, c * size.area()))
                .toList());
    }
}
