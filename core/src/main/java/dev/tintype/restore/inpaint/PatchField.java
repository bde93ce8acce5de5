package dev.tintype.restore.inpaint;

import dev.tintype.photo.Size;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// For every patch that touches what is lost, a similar one that does not: randomised search with propagation.
///
/// Patches are compared by the mean square of their differences, where pixels count the less the deeper they lie in
/// what is lost; what is far away counts as less like, for it seldom shows the same thing. Blocks of patches are
/// searched
/// on all cores; a block sees others as they were before, so the result does not depend on the number of cores.
///
/// Source: C. Barnes et al., "PatchMatch: a randomized correspondence algorithm for structural image editing", 2009,
/// doi:10.1145/1531326.1531330.
final class PatchField {
    private static final int BLOCK = 2048; // patches

    private static final float DEEP = 3; // pixels of the whole photo: in what is deeper, roughness counts
    private static final double FAR = 2; // a patch as far away as the photo is long costs 1 + FAR times as much
    private static final double TRUST = 1.3; // a pixel counts TRUST^(−distance from what is known)

    private final PatchScale scale;
    private final int[] targets; // middles of patches that touch what is lost, in row order
    private final int[] targetAt; // (height, width): number of the target, or −1
    private final int[] sources; // middles of sound patches
    private final boolean[] source; // (height, width)
    private final float[] trust; // (height, width)
    private final int[] match; // for each target, the middle of a sound patch
    private final float[] cost; // for each target, weighted sum of squares
    private final boolean[] wide; // (height, width): whether roughness counts

    /// @param level how often the photo was halved
    PatchField(PatchScale scale, int level) {
        this.scale = scale;
        boolean[] touched = scale.touched();
        int[] middles = scale.middles();
        targets = IntStream.of(middles).filter(i -> touched[i]).toArray();
        sources = IntStream.of(middles).filter(i -> !touched[i]).toArray();
        targetAt = new int[touched.length];
        Arrays.fill(targetAt, -1);
        for (int k = 0; k < targets.length; k++) {
            targetAt[targets[k]] = k;
        }
        source = new boolean[touched.length];
        for (int i : sources) {
            source[i] = true;
        }
        float[] depth = scale.depth();
        trust = trust(depth);
        match = new int[targets.length];
        cost = new float[targets.length];
        wide = scale.holes(depth, DEEP / (1 << level));
    }

    private int halved(int place, PatchField half) {
        int width = scale.size().width();
        return place / width / 2 * half.scale.size().width() + place % width / 2;
    }

    private static float[] trust(float[] depth) {
        float[] trust = new float[depth.length];
        for (int i = 0; i < trust.length; i++) {
            trust[i] = depth[i] > 0 ? (float) Math.pow(TRUST, -depth[i]) : 1;
        }
        return trust;
    }

    /// Whether there is any sound patch.
    boolean hasSources() {
        return sources.length > 0;
    }

    /// Begins with random matches.
    void scatter(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < targets.length; k++) {
            match[k] = sources[random.nextInt(sources.length)];
        }
        measure();
    }

    /// Begins with the matches of a field of half the size, and random ones where those do not fit.
    void scatter(PatchField half, long seed) {
        scatter(seed);
        int width = scale.size().width();
        int halfWidth = half.scale.size().width();
        for (int k = 0; k < targets.length; k++) {
            int row = targets[k] / width;
            int column = targets[k] % width;
            int coarse = half.targetAt[halved(targets[k], half)];
            if (coarse >= 0) {
                int found = half.match[coarse];
                take(k, 2 * (found / halfWidth) + row % 2, 2 * (found % halfWidth) + column % 2);
            }
        }
        measure();
    }

    private void take(int target, int row, int column) {
        if (isSource(row, column)) {
            match[target] = row * scale.size().width() + column;
        }
    }

    private boolean isSource(int row, int column) {
        Size size = scale.size();
        return row >= 0
                && row < size.height()
                && column >= 0
                && column < size.width()
                && source[row * size.width() + column];
    }

    /// Measures all costs again, as after a change of the filled samples.
    void measure() {
        IntStream.range(0, targets.length).parallel().forEach(k -> cost[k] = distance(k, match[k], Float.MAX_VALUE));
    }

    /// One round of search: from the top left where `forward`, else from the bottom right.
    void search(boolean forward, long seed) {
        int[] before = match.clone();
        int blocks = (targets.length + BLOCK - 1) / BLOCK;
        IntStream.range(0, blocks).parallel().forEach(block -> new Block(block, before, seed).search(forward));
    }

    /// The targets of one block, searched one after the other.
    private final class Block {
        private final int from;
        private final int to;
        private final int[] before;
        private final SplittableRandom random;

        Block(int block, int[] before, long seed) {
            from = block * BLOCK;
            to = Math.min(targets.length, from + BLOCK);
            this.before = before;
            random = new SplittableRandom(seed * 1_000_003 + block);
        }

        void search(boolean forward) {
            for (int k = 0; k < to - from; k++) {
                int target = forward ? from + k : to - 1 - k;
                propagate(target, forward ? -1 : 1);
                propagate(target, forward ? -scale.size().width() : scale.size().width());
                wander(target);
            }
        }

        /// Tries what the neighbour has found, shifted by as much.
        private void propagate(int target, int step) {
            int neighbour = targetAt[targets[target] + step];
            if (neighbour >= 0) {
                int found = neighbour >= from && neighbour < to ? match[neighbour] : before[neighbour];
                attempt(target, found - step);
            }
        }

        /// Tries random places nearer and nearer to what was found.
        private void wander(int target) {
            Size size = scale.size();
            for (int reach = Math.max(size.width(), size.height()); reach >= 1; reach /= 2) {
                int row = match[target] / size.width() + random.nextInt(-reach, reach + 1);
                int column = match[target] % size.width() + random.nextInt(-reach, reach + 1);
                if (isSource(row, column)) {
                    attempt(target, row * size.width() + column);
                }
            }
        }

        private void attempt(int target, int candidate) {
            if (candidate < 0 || candidate >= source.length || !source[candidate] || candidate == match[target]) {
                return;
            }
            float distance = distance(target, candidate, cost[target]);
            if (distance < cost[target]) {
                cost[target] = distance;
                match[target] = candidate;
            }
        }
    }

    private float distance(int target, int q, float limit) {
        int p = targets[target];
        int compared = wide[p] ? scale.channels() : scale.colours();
        float[] values = scale.values();
        int channels = scale.channels();
        int radius = scale.radius();
        int width = scale.size().width();
        float farness = farness(p, q);
        float enough = limit / farness;
        float sum = 0;
        for (int dy = -radius; dy <= radius && sum < enough; dy++) {
            int a = p + dy * width - radius;
            int b = q + dy * width - radius;
            for (int dx = 0; dx <= 2 * radius; dx++) {
                float square = 0;
                for (int c = 0; c < compared; c++) {
                    float difference = values[(a + dx) * channels + c] - values[(b + dx) * channels + c];
                    square += difference * difference;
                }
                sum += trust[a + dx] * square;
            }
        }
        return sum * farness;
    }

    private float farness(int p, int q) {
        int width = scale.size().width();
        int rows = p / width - q / width;
        int columns = p % width - q % width;
        double share = Math.sqrt(rows * rows + columns * columns)
                / Math.max(width, scale.size().height());
        return (float) (1 + FAR * share);
    }

    /// Number of the target whose middle is at a place, or −1.
    int targetAt(int place) {
        return targetAt[place];
    }

    /// Middle of the sound patch that a target was matched with.
    int match(int target) {
        return match[target];
    }

    /// Weighted sum of squares between a target and its match.
    float cost(int target) {
        return cost[target];
    }
}
