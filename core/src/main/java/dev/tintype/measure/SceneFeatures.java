package dev.tintype.measure;

import dev.tintype.photo.Photo;
import dev.tintype.signal.Mirror;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What [Niqe] looks at: 36 numbers for each patch of 96 x 96 pixels, 18 at full size and 18 at half size, of the
/// luminance after local means and contrasts have been taken out.
///
/// They are the shape and scale of the distribution of `(x - μ) / (σ + 1)`, and shape, mean and both scales for its
/// products with the neighbour to the right, below, and on both diagonals. `μ` and `σ` are taken over windows of 7 x 7
/// pixels weighted by a Gaussian bell of 7/6 pixels, in steps of 255.
final class SceneFeatures {
    /// Side of a patch, pixels.
    static final int PATCH = 96;
    /// How many there are.
    static final int COUNT = 36;

    private static final double[] BELL = Field.bell(7, 7 / 6.0);
    private static final double FLAT = 1e-9; // steps of 255: rounding errors of the mean of equal samples have no sign
    private static final double[] HALVING = halving();
    private static final int[][] NEIGHBOURS = {{0, 1}, {1, 0}, {1, 1}, {1, -1}};

    private SceneFeatures() {}

    /// Those of every patch that lies wholly inside the photo; patches that are flat have none.
    static List<Patch> of(Photo photo) {
        int rows = photo.size().height() / PATCH;
        int columns = photo.size().width() / PATCH;
        List<Patch> patches = new ArrayList<>();
        if (rows == 0 || columns == 0) {
            return patches;
        }
        Field x = Field.of(photo.luminance())
                .crop(0, 0, rows * PATCH, columns * PATCH)
                .map(sample -> 255 * sample);
        Local fine = Local.of(x);
        Local coarse = Local.of(halved(x));
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Patch patch = new Patch(
                        fine.deviation
                                .crop(row * PATCH, column * PATCH, PATCH, PATCH)
                                .mean(),
                        join(part(fine, row, column, PATCH), part(coarse, row, column, PATCH / 2)));
                if (patch.features.stream().allMatch(Double::isFinite)) {
                    patches.add(patch);
                }
            }
        }
        return patches;
    }

    private static List<Double> join(List<Double> fine, List<Double> coarse) {
        List<Double> both = new ArrayList<>(fine);
        both.addAll(coarse);
        return both;
    }

    private static List<Double> part(Local local, int row, int column, int side) {
        Field patch = local.normalised.crop(row * side, column * side, side, side);
        List<Double> features = new ArrayList<>();
        SkewedGaussian own = SkewedGaussian.fit(patch);
        features.add(own.shape());
        features.add((own.left() + own.right()) / 2);
        for (int[] step : NEIGHBOURS) {
            SkewedGaussian products = SkewedGaussian.fit(Field.of(
                    side,
                    side,
                    (r, c) -> patch.at(r, c)
                            * patch.at(Math.floorMod(r - step[0], side), Math.floorMod(c - step[1], side))));
            features.addAll(List.of(products.shape(), products.mean(), products.left(), products.right()));
        }
        return features;
    }

    /// Half size by cubic convolution over eight samples.
    private static Field halved(Field x) {
        Field across = Field.of(x.height(), x.width() / 2, (row, column) -> {
            double sum = 0;
            for (int i = 0; i < HALVING.length; i++) {
                sum += HALVING[i] * x.at(row, Mirror.inside(2 * column - 3 + i, x.width()));
            }
            return sum;
        });
        return Field.of(x.height() / 2, across.width(), (row, column) -> {
            double sum = 0;
            for (int i = 0; i < HALVING.length; i++) {
                sum += HALVING[i] * across.at(Mirror.inside(2 * row - 3 + i, x.height()), column);
            }
            return sum;
        });
    }

    /// Keys' cubic, stretched to twice its width so that it takes out what half size cannot show.
    private static double[] halving() {
        double[] weights = new double[8];
        for (int i = 0; i < 8; i++) {
            double d = Math.abs(i - 3.5) / 2;
            weights[i] = d <= 1 ? 1.5 * d * d * d - 2.5 * d * d + 1 : -0.5 * d * d * d + 2.5 * d * d - 4 * d + 2;
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /// @param sharpness mean local deviation, steps of 255
    record Patch(double sharpness, List<Double> features) {
        Patch {
            features = List.copyOf(features);
        }
    }

    private record Local(Field deviation, Field normalised) {
        static Local of(Field x) {
            Field mean = x.smoothed(BELL);
            Field deviation = x.times(x).smoothed(BELL).with(mean, (square, m) -> Math.sqrt(Math.abs(square - m * m)));
            Field difference = x.with(mean, (a, m) -> a - m);
            return new Local(deviation, difference.with(deviation, (d, s) -> Math.abs(d) < FLAT ? 0 : d / (s + 1)));
        }
    }
}
