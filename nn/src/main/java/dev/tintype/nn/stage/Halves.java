package dev.tintype.nn.stage;

import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;

/// A scan at half its size and 8 bits, every sample the mean of four.
final class Halves {
    private Halves() {}

    static Samples of(Samples scan) {
        Size size = new Size(
                Math.max(1, scan.size().width() / 2), Math.max(1, scan.size().height() / 2));
        Samples half = new Samples(size, scan.channels(), Depth.BITS_8);
        float scale = 255 / scan.depth().white() / 4;
        int right = scan.size().width() - 1;
        int bottom = scan.size().height() - 1;
        for (int c = 0; c < scan.channels(); c++) {
            for (int row = 0; row < size.height(); row++) {
                int below = Math.min(2 * row + 1, bottom);
                for (int column = 0; column < size.width(); column++) {
                    int beside = Math.min(2 * column + 1, right);
                    float sum = scan.raw(c, 2 * row, 2 * column)
                            + scan.raw(c, 2 * row, beside)
                            + scan.raw(c, below, 2 * column)
                            + scan.raw(c, below, beside);
                    half.put(c, row, column, Math.round(Math.clamp(sum * scale, 0f, 255f)));
                }
            }
        }
        return half;
    }
}
