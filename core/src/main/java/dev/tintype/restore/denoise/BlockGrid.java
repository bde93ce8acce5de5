package dev.tintype.restore.denoise;

import java.util.stream.IntStream;

/// Where reference blocks begin: every third pixel, counted anew from every multiple of 64, so that a tile which
/// begins there has the blocks that the whole photo has.
final class BlockGrid {
    /// What tiles are aligned to, pixels.
    static final int PERIOD = 64;

    private static final int STEP = 3;

    private BlockGrid() {}

    /// Beginnings from `from` (inclusive) to `to` (exclusive) along a side of `length` pixels, and the last one at
    /// which a block fits.
    static int[] beginnings(int from, int to, int length) {
        int last = length - BlockTransform.SIDE;
        return IntStream.range(from, Math.min(to, last + 1))
                .filter(i -> i % PERIOD % STEP == 0 || i == last)
                .toArray();
    }
}
