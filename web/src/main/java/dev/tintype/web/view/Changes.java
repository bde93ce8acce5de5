package dev.tintype.web.view;

import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import java.util.Optional;

/// Where a restoration differs from its photo, and how much.
final class Changes {
    private static final float MUCH = 0.25f; // difference that is shown in full, sample units

    private Changes() {}

    /// The largest difference of the channels of each pixel, as one channel in 8 bits: white is a quarter of the way
    /// from
    /// black to white, or more.
    static Scan of(Scan before, Scan after) {
        Samples from = before.samples();
        Samples to = after.samples();
        Samples map = new Samples(from.size(), 1, Depth.BITS_8);
        for (int row = 0; row < from.size().height(); row++) {
            for (int column = 0; column < from.size().width(); column++) {
                float most = 0;
                for (int c = 0; c < from.channels(); c++) {
                    float difference = to.raw(c, row, column) / to.depth().white()
                            - from.raw(c, row, column) / from.depth().white();
                    most = Math.max(most, Math.abs(difference));
                }
                map.put(0, row, column, Math.round(255 * Math.min(1, most / MUCH)));
            }
        }
        return new Scan(map, Optional.empty(), Metadata.NONE);
    }
}
