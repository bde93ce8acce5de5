package dev.tintype.web.download;

import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.web.view.Pyramid;
import java.util.Optional;

/// Before and after as one picture.
final class Comparison {
    private static final int WIDEST = 2400; // pixels of each of the two
    private static final int GAP = 16; // pixels of white between them

    private Comparison() {}

    /// Both beside each other.
    ///
    /// @param left the photo, small
    static Scan of(Samples left, Scan after) {
        Samples right = small(after.samples());
        Size size = left.size();
        Samples both = new Samples(new Size(2 * size.width() + GAP, size.height()), left.channels(), Depth.BITS_8);
        for (int c = 0; c < left.channels(); c++) {
            for (int row = 0; row < size.height(); row++) {
                for (int column = 0; column < size.width(); column++) {
                    both.put(c, row, column, level(left, c, row, column));
                    both.put(c, row, size.width() + GAP + column, level(right, c, row, column));
                }
                for (int column = 0; column < GAP; column++) {
                    both.put(c, row, size.width() + column, Depth.BITS_8.white());
                }
            }
        }
        return new Scan(
                both, Optional.empty(), Metadata.NONE.withIcc(after.metadata().icc()));
    }

    /// Halved until it is small enough to be sent to somebody.
    static Samples small(Samples samples) {
        Samples small = samples;
        while (Math.max(small.size().width(), small.size().height()) > WIDEST) {
            small = Pyramid.halved(small);
        }
        return small;
    }

    private static float level(Samples samples, int channel, int row, int column) {
        float share = samples.raw(channel, row, column) / samples.depth().white();
        return Math.round(255 * Math.clamp(share, 0f, 1f));
    }
}
