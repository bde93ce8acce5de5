package dev.tintype.restore.denoise;

import dev.tintype.photo.Size;
import java.util.Arrays;

/// Finds blocks that look alike: for the reference blocks of one row, those with the least mean squared difference
/// among all in a window around them.
///
/// Differences are summed over columns of 8 for a whole row at once, for each shift of the window.
final class BlockMatching {
    /// How far the window reaches to each side, pixels.
    static final int REACH = 19;

    private static final int SIDE = BlockTransform.SIDE;

    private final Size size;
    private final int[] samples;
    private final int[] columns; // of the reference blocks
    private final int most;
    private final int apart; // least distance to the reference block, pixels
    private final float similar; // largest squared difference, summed over a block
    private final float[] sums;
    private final float[] distances; // (columns, most), ascending
    private final int[] places; // (columns, most): index of a block's first sample
    private final int[] counts;

    /// What may be in a group.
    ///
    /// @param most blocks
    /// @param similar largest mean squared difference to the reference block, squared sample units
    /// @param apart least distance to the reference block along rows or columns, pixels
    record Rule(int most, double similar, int apart) {}

    /// @param samples of a photo, as [SquaredDifferences#steps] makes them
    /// @param columns where reference blocks begin
    /// @param rule what may be in a group
    BlockMatching(Size size, int[] samples, int[] columns, Rule rule) {
        float white = SquaredDifferences.WHITE;
        this.size = size;
        this.samples = samples;
        this.columns = columns;
        this.most = rule.most;
        this.apart = rule.apart;
        this.similar = (float) (rule.similar * BlockTransform.AREA * white * white);
        this.sums = new float[size.width()];
        this.distances = new float[columns.length * most];
        this.places = new int[columns.length * most];
        this.counts = new int[columns.length];
    }

    /// Searches for the reference blocks that begin in a row.
    void search(int row) {
        int width = size.width();
        Arrays.fill(distances, similar);
        for (int k = 0; k < columns.length; k++) {
            distances[k * most] = 0;
            places[k * most] = row * width + columns[k];
            counts[k] = 1;
        }
        int last = Math.min(row + REACH, size.height() - SIDE);
        for (int other = Math.max(row - REACH, 0); other <= last; other++) {
            for (int shift = -REACH; shift <= REACH; shift++) {
                if (Math.max(Math.abs(other - row), Math.abs(shift)) >= apart) {
                    compare(row, other, shift);
                }
            }
        }
    }

    private void compare(int row, int other, int shift) {
        int width = size.width();
        int from = Math.max(0, -shift);
        int to = Math.min(width, width - shift);
        if (to - from < SIDE) {
            return;
        }
        sumColumns(row * width, other * width + shift, from, to);
        float[] s = sums;
        for (int k = 0; k < columns.length; k++) {
            int c = columns[k];
            if (c >= from && c + SIDE <= to) {
                float distance = s[c] + s[c + 1] + s[c + 2] + s[c + 3] + s[c + 4] + s[c + 5] + s[c + 6] + s[c + 7];
                if (distance < distances[k * most + most - 1]) {
                    insert(k, distance, other * width + c + shift);
                }
            }
        }
    }

    private void sumColumns(int a, int b, int from, int to) {
        Arrays.fill(sums, from, to, 0);
        for (int y = 0; y < SIDE; y++) {
            int down = y * size.width();
            SquaredDifferences.add(samples, a + down, b + down, sums, from, to);
        }
    }

    private void insert(int k, float distance, int place) {
        int first = k * most + 1; // the reference block itself stays first
        int i = k * most + Math.min(counts[k], most - 1);
        while (i > first && distances[i - 1] > distance) {
            distances[i] = distances[i - 1];
            places[i] = places[i - 1];
            i--;
        }
        distances[i] = distance;
        places[i] = place;
        counts[k] = Math.min(counts[k] + 1, most);
    }

    /// How many blocks the group of a reference block has: a power of two.
    int count(int reference) {
        return Integer.highestOneBit(counts[reference]);
    }

    /// Where a block of a group begins: the reference block first, then the most similar.
    int place(int reference, int member) {
        return places[reference * most + member];
    }
}
