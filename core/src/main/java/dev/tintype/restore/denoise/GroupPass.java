package dev.tintype.restore.denoise;

import dev.tintype.photo.Size;
import java.util.List;
import java.util.stream.IntStream;

/// One pass of BM3D: similar blocks are stacked into groups, transformed over all three dimensions, shrunk, transformed
/// back, and put where they came from, as means weighted by trust.
///
/// Bands of 64 rows of reference blocks are worked on at once and added up in their order, so every sample is the sum
/// of the same numbers in the same order on any number of cores, in a tile and in the whole photo.
///
/// @param transform of a block
/// @param most blocks in a group, a power of two
/// @param similar largest mean squared difference within a group, squared sample units
/// @param shrinkage what is done to coefficients
record GroupPass(BlockTransform transform, int most, double similar, Shrinkage shrinkage) {
    /// What a pass works on.
    ///
    /// @param planes what is to be filtered, samples in row order
    /// @param guides for each plane, what is known of the sound one; none at first
    /// @param noise in the planes
    record Task(Size size, List<float[]> planes, List<float[]> guides, BlockNoise noise) {
        /// What blocks are compared in.
        private int[] matched() {
            return SquaredDifferences.steps((guides.isEmpty() ? planes : guides).getFirst());
        }
    }

    /// The filtered planes.
    List<float[]> apply(Task task) {
        int period = BlockGrid.PERIOD;
        int bands = (task.size.height() + period - 1) / period;
        int[] matched = task.matched();
        List<BlockSums> sums = IntStream.range(0, bands)
                .parallel()
                .mapToObj(band -> band(task, matched, band * period))
                .toList();
        return BlockSums.means(task.size, sums);
    }

    private BlockSums band(Task task, int[] matched, int top) {
        int period = BlockGrid.PERIOD;
        Size size = task.size;
        BlockSums sums = new BlockSums(size, task.planes.size(), top, top + period);
        int[] columns = BlockGrid.beginnings(0, size.width(), size.width());
        BlockMatching.Rule rule = new BlockMatching.Rule(most, similar, task.noise.apart());
        BlockMatching matching = new BlockMatching(size, matched, columns, rule);
        Group group = new Group(this, task);
        for (int row : BlockGrid.beginnings(top, top + period, size.height())) {
            matching.search(row);
            for (int k = 0; k < columns.length; k++) {
                group.filter(matching, k, sums);
            }
        }
        return sums;
    }

    /// Buffers for one group.
    private static final class Group {
        private final GroupPass pass;
        private final Task task;
        private final float[][][] blocks; // (planes, members, samples)
        private final float[][][] guides;
        private final float[][] deviations;
        private final float[] factors;

        Group(GroupPass pass, Task task) {
            int planes = task.planes.size();
            this.pass = pass;
            this.task = task;
            blocks = new float[planes][pass.most][BlockTransform.AREA];
            guides = task.guides.isEmpty() ? blocks : new float[planes][pass.most][BlockTransform.AREA];
            deviations = task.noise.deviations(pass.transform);
            factors = new float[planes];
        }

        void filter(BlockMatching matching, int reference, BlockSums sums) {
            int count = matching.count(reference);
            float scale = (float) (1 / (BlockTransform.SIDE * Math.sqrt(count)));
            for (int p = 0; p < factors.length; p++) {
                load(task.planes.get(p), matching, reference, blocks[p]);
                if (!task.guides.isEmpty()) {
                    load(task.guides.get(p), matching, reference, guides[p]);
                }
                factors[p] = scale * guides[p][0][0];
            }
            task.noise.toFactors(factors);
            for (int p = 0; p < factors.length; p++) {
                float trust = pass.shrinkage.apply(blocks[p], guides[p], count, deviations, factors[p]);
                hadamard(blocks[p], count);
                for (int n = 0; n < count; n++) {
                    pass.transform.inverse(blocks[p][n]);
                    sums.add(p, matching.place(reference, n), blocks[p][n], trust);
                }
            }
        }

        private void load(float[] plane, BlockMatching matching, int reference, float[][] target) {
            int count = matching.count(reference);
            int width = task.size.width();
            int side = BlockTransform.SIDE;
            for (int n = 0; n < count; n++) {
                int place = matching.place(reference, n);
                for (int y = 0; y < side; y++) {
                    System.arraycopy(plane, place + y * width, target[n], y * side, side);
                }
                pass.transform.forward(target[n]);
            }
            hadamard(target, count);
        }

        /// The orthonormal Walsh-Hadamard transform across the blocks of a group, which is its own inverse.
        private static void hadamard(float[][] blocks, int count) {
            for (int step = 1; step < count; step *= 2) {
                for (int n = 0; n < count; n++) {
                    if ((n & step) == 0) {
                        rotate(blocks[n], blocks[n + step]);
                    }
                }
            }
        }

        private static void rotate(float[] a, float[] b) {
            float r = (float) Math.sqrt(0.5);
            for (int i = 0; i < BlockTransform.AREA; i++) {
                float sum = r * (a[i] + b[i]);
                float difference = r * (a[i] - b[i]);
                a[i] = sum;
                b[i] = difference;
            }
        }
    }
}
