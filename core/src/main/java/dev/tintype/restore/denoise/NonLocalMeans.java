package dev.tintype.restore.denoise;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Setting;
import dev.tintype.restore.Stage;
import dev.tintype.signal.Mirror;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Takes out noise by means over pixels whose surroundings look alike:
/// `y(p) = Σ w(p, q) x(q) / Σ w`, `w = exp(−max(d² − 2σ², 0) / (hσ)²)`, with the mean squared difference `d²` of the
/// patches around `p` and `q`, over all channels. Good for noise that is not independent, such as grain.
///
/// Source: A. Buades, B. Coll and J.-M. Morel, "Non-local means denoising", 2011, doi:10.5201/ipol.2011.bcm_nlm; one
/// shift after the other as in J. Darbon et al., "Fast nonlocal filtering applied to electron cryomicroscopy", 2008,
/// doi:10.1109/ISBI.2008.4541250.
///
/// @param sigma 0 changes nothing
/// @param h more takes out more
/// @param patch larger patches find fewer, but surer likes
/// @param search time grows with its square
public record NonLocalMeans(
        @Setting(value = "standard deviation of the noise, sample units", usual = "0.05", most = 1)
        double sigma,

        @Setting(value = "strength, in standard deviations", usual = "0.75", least = 0.01, most = 10)
        double h,

        @Setting(value = "radius of a patch, pixels", usual = "2", least = 1, most = 10)
        int patch,

        @Setting(value = "radius of the search, pixels", usual = "8", least = 1, most = 30)
        int search)
        implements Stage {
    private static final int BAND = 16; // rows

    public NonLocalMeans {
        Options.require("sigma", sigma, 0, 1);
        Options.require("h", h, 0.01, 10);
        Options.require("patch", patch, 1, 10);
        Options.require("search", search, 1, 30);
    }

    @Override
    public Phase phase() {
        return Phase.DENOISE;
    }

    @Override
    public Reach reach() {
        return new Reach.Local(Math.max(patch + search, ClippedNoise.REACH));
    }

    @Override
    public Photo apply(Photo photo) {
        if (sigma == 0) {
            return photo;
        }
        List<float[]> framed = photo.planes().stream()
                .map(plane -> Mirror.framed(plane, patch + search).toArray())
                .toList();
        List<int[]> steps = framed.stream().map(SquaredDifferences::steps).toList();
        Size size = photo.size();
        List<float[]> results =
                photo.planes().stream().map(_ -> new float[size.area()]).toList();
        int bands = (size.height() + BAND - 1) / BAND;
        IntStream.range(0, bands).parallel().forEach(band -> {
            Row means = new Row(this, size, framed, steps);
            for (int row = band * BAND; row < Math.min(size.height(), (band + 1) * BAND); row++) {
                means.compute(row, results);
            }
        });
        Photo denoised = new Photo(
                results.stream().map(samples -> Plane.copyOf(size, samples, 0)).toList());
        return new ClippedNoise(sigma).unbiased(photo, denoised);
    }

    /// Buffers for the means of one row.
    private static final class Row {
        private static final int TABLE = 4096;
        private static final float LARGEST = 12; // exponent; weights beyond count as 0
        private static final float[] WEIGHTS = weights();

        private final NonLocalMeans options;
        private final int width;
        private final int frame;
        private final int framedWidth;
        private final List<float[]> framed;
        private final List<int[]> steps;
        private final float scale; // from a sum of squared differences to a place in the table
        private final float floor; // place of what noise alone explains
        private final float[] distances; // summed over the rows of a patch
        private final float[] weights;
        private final float[][] values; // (planes, width)

        Row(NonLocalMeans options, Size size, List<float[]> framed, List<int[]> steps) {
            this.options = options;
            this.framed = framed;
            this.steps = steps;
            width = size.width();
            frame = options.patch + options.search;
            framedWidth = width + 2 * frame;
            int side = 2 * options.patch + 1;
            double perUnit = TABLE / (LARGEST * Math.pow(options.h * options.sigma, 2));
            double white = SquaredDifferences.WHITE;
            scale = (float) (perUnit / (side * side * framed.size() * white * white));
            floor = (float) (perUnit * 2 * options.sigma * options.sigma);
            distances = new float[width + 2 * options.patch];
            weights = new float[width];
            values = new float[framed.size()][width];
        }

        /// `exp(−t)` for `t` from 0 to [#LARGEST].
        private static float[] weights() {
            float[] table = new float[TABLE];
            for (int i = 0; i < TABLE; i++) {
                table[i] = (float) Math.exp(-i * LARGEST / TABLE);
            }
            return table;
        }

        void compute(int row, List<float[]> results) {
            Arrays.fill(weights, 0);
            for (float[] value : values) {
                Arrays.fill(value, 0);
            }
            for (int down = -options.search; down <= options.search; down++) {
                for (int right = -options.search; right <= options.search; right++) {
                    compare(row, down * framedWidth + right);
                    add((row + frame) * framedWidth + frame + down * framedWidth + right);
                }
            }
            for (int p = 0; p < values.length; p++) {
                for (int x = 0; x < width; x++) {
                    results.get(p)[row * width + x] = values[p][x] / weights[x];
                }
            }
        }

        private void compare(int row, int shift) {
            Arrays.fill(distances, 0);
            for (int[] z : steps) {
                for (int y = -options.patch; y <= options.patch; y++) {
                    int at = (row + frame + y) * framedWidth + options.search;
                    SquaredDifferences.add(z, at, at + shift, distances, 0, distances.length);
                }
            }
        }

        /// Adds samples, the first at `at` of the framed planes, weighted by how alike their patches are.
        private void add(int at) {
            int side = 2 * options.patch + 1;
            for (int x = 0; x < width; x++) {
                float distance = 0;
                for (int i = 0; i < side; i++) {
                    distance += distances[x + i];
                }
                int place = (int) Math.max(0, distance * scale - floor);
                if (place < TABLE) {
                    float weight = WEIGHTS[place];
                    weights[x] += weight;
                    for (int p = 0; p < values.length; p++) {
                        values[p][x] += weight * framed.get(p)[at + x];
                    }
                }
            }
        }
    }
}
