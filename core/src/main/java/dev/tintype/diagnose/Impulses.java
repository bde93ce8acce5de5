package dev.tintype.diagnose;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Samples that are black or white without reason: far from the median of their neighbours that are neither.
///
/// @param share of all samples, corrected for impulses on ground of their own tone
/// @param salt share of white among them
/// @param outliers samples as far off that are neither black nor white, for each impulse: texture has many, salt and
///     pepper none
/// @param clustering neighbouring impulses, relative to as many at independent places
/// @param repaired the photo with every impulse replaced by that median, where they are salt and pepper
record Impulses(double share, double salt, double outliers, double clustering, Photo repaired) {
    private static final float EXTREME = 1.5f / 255;
    private static final double LEAST = 0.3; // distance from the median, in sample units
    private static final double DEVIATIONS = 4;
    private static final int ORDINARY = 60_000; // samples that are neither, of which outliers are counted

    static Impulses of(Photo photo) {
        List<Channel> channels =
                photo.planes().parallelStream().map(Channel::new).toList();
        double found = 0;
        double white = 0;
        double black = 0;
        double ordinary = 0;
        double pairs = 0;
        double chance = 0;
        for (Channel channel : channels) {
            found += channel.found;
            white += channel.white / Math.max(0.1, channel.visibleWhite);
            black += (channel.found - channel.white) / Math.max(0.1, channel.visibleBlack);
            ordinary += channel.outliers;
            pairs += channel.pairs;
            chance += 2.0 * channel.found * channel.found / photo.size().area();
        }
        double share = (white + black) / ((double) photo.size().area() * channels.size());
        Impulses result = new Impulses(
                Math.min(1, share),
                found > 0 ? white / (white + black) : 0,
                ordinary / (found + 1),
                (pairs + 1) / (chance + 1),
                photo);
        return result.present() ? result.with(channels) : result;
    }

    private Impulses with(List<Channel> channels) {
        List<Plane> planes = new ArrayList<>();
        channels.forEach(channel -> planes.add(channel.repaired()));
        return new Impulses(share, salt, outliers, clustering, new Photo(planes));
    }

    /// Whether they are salt and pepper rather than details.
    boolean present() {
        return share > 0.0025 && outliers < 1.5 && clustering < 8;
    }

    private static final class Channel {
        private final Plane plane;
        private final float[] x;
        private final int width;
        private final int height;
        private final boolean[] impulse;
        private final float[] neighbours = new float[24];
        private double found;
        private double white;
        private double outliers;
        private double visibleWhite;
        private double visibleBlack;
        private double pairs;

        Channel(Plane plane) {
            this.plane = plane;
            x = plane.toArray();
            width = plane.size().width();
            height = plane.size().height();
            impulse = new boolean[x.length];
            double far = Math.max(LEAST, DEVIATIONS * spread());
            mark(far);
            pair();
        }

        private double spread() {
            int step = Math.max(1, x.length / 8000);
            double[] distances = new double[x.length / step + 1];
            int count = 0;
            for (int i = step / 2; i < x.length; i += step) {
                if (!extreme(x[i])) {
                    float median = median(i);
                    distances[count++] = Float.isNaN(median) ? 0 : Math.abs(x[i] - median);
                }
            }
            Arrays.sort(distances, 0, count);
            return count == 0 ? 0 : 1.4826 * distances[count / 2];
        }

        private void mark(double far) {
            double asked = 0;
            int stride = Math.max(3, x.length / ORDINARY);
            for (int i = 0; i < x.length; i++) {
                boolean end = extreme(x[i]);
                if (!end && i % stride != 0) {
                    continue;
                }
                float median = median(i);
                boolean off = Math.abs(x[i] - median) > far;
                if (end && off) {
                    impulse[i] = true;
                    found++;
                    white += x[i] > 0.5 ? 1 : 0;
                } else if (!end) {
                    outliers += off ? stride : 0;
                    visibleWhite += 1 - median > far ? 1 : 0;
                    visibleBlack += median > far ? 1 : 0;
                    asked++;
                }
            }
            visibleWhite = asked == 0 ? 1 : visibleWhite / asked;
            visibleBlack = asked == 0 ? 1 : visibleBlack / asked;
        }

        private void pair() {
            for (int i = 0; i < x.length; i++) {
                if (impulse[i]) {
                    pairs += i % width < width - 1 && impulse[i + 1] ? 1 : 0;
                    pairs += i + width < x.length && impulse[i + width] ? 1 : 0;
                }
            }
        }

        Plane repaired() {
            return Plane.of(
                    plane.size(),
                    (row, column) ->
                            impulse[row * width + column] ? median(row * width + column) : plane.at(row, column));
        }

        private static boolean extreme(float sample) {
            return sample < EXTREME || sample > 1 - EXTREME;
        }

        /// Of the neighbours that are neither black nor white, at most two pixels away; no number where there are none.
        private float median(int i) {
            int count = gather(i, 1);
            if (count < 3) {
                count = gather(i, 2);
            }
            if (count == 0) {
                return Float.NaN;
            }
            for (int k = 1; k < count; k++) {
                float sample = neighbours[k];
                int place = k;
                for (; place > 0 && neighbours[place - 1] > sample; place--) {
                    neighbours[place] = neighbours[place - 1];
                }
                neighbours[place] = sample;
            }
            return count % 2 == 1 ? neighbours[count / 2] : (neighbours[count / 2 - 1] + neighbours[count / 2]) / 2;
        }

        private int gather(int i, int radius) {
            int row = i / width;
            int column = i % width;
            int count = 0;
            for (int y = Math.max(0, row - radius); y <= Math.min(height - 1, row + radius); y++) {
                for (int z = Math.max(0, column - radius); z <= Math.min(width - 1, column + radius); z++) {
                    float sample = x[y * width + z];
                    if (!extreme(sample) && (y != row || z != column)) {
                        neighbours[count++] = sample;
                    }
                }
            }
            return count;
        }
    }
}
