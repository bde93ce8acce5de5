package dev.tintype.diagnose;

import dev.tintype.photo.Plane;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What is left in the flattest blocks of every tone once their slope is taken away: noise, if there is any.
///
/// @param one correlation of neighbours: 0 of white noise, `e^(−1/(4r²))` of grain of radius r
/// @param two correlation over two pixels
/// @param four correlation over four pixels
/// @param uneven difference of the correlations across and down: texture often has a direction
/// @param least the smallest deviation of any tone
/// @param middle the median of the deviations of all tones, in sample units
/// @param tail how much less the flattest blocks vary than those next to them, 0 to 1: near 1 of noise
/// @param kurtosis 3 of normal noise, more of texture
/// @param channels correlation of the finest detail between channels: 1 where it is the same; NaN for grey
/// @param span of tones that have flat blocks
record FlatBlocks(
        double one,
        double two,
        double four,
        double uneven,
        double least,
        double middle,
        double tail,
        double kurtosis,
        double channels,
        double span) {
    private static final int SIDE = 16;
    private static final int TONES = 10;
    private static final double SHARE = 0.06; // of the blocks of a tone
    private static final int FEWEST = 12; // blocks that a tone must have
    private static final double ENDS = 0.04; // tones nearer to black or white are clipped

    static FlatBlocks of(Plane luminance, List<Plane> channels) {
        List<List<Block>> tones = tones(luminance);
        List<Block> chosen = new ArrayList<>();
        List<Double> levels = new ArrayList<>();
        double tail = 0;
        double first = 1;
        double last = 0;
        for (List<Block> tone : tones) {
            if (tone.size() < FEWEST) {
                continue;
            }
            tone.sort(Comparator.comparingDouble(Block::variance));
            int count = Math.clamp((long) (SHARE * tone.size()), 2, 30);
            chosen.addAll(tone.subList(0, count));
            levels.add(Math.sqrt(tone.get(count / 2).variance));
            tail += Math.sqrt((tone.get(count / 2).variance + 1e-9) / (tone.get(tone.size() / 4).variance + 1e-9));
            first = Math.min(first, tone.getFirst().mean);
            last = Math.max(last, tone.getFirst().mean);
        }
        if (chosen.isEmpty()) {
            return new FlatBlocks(0, 0, 0, 0, 0, 0, 0, 3, Double.NaN, 0);
        }
        levels.sort(Comparator.naturalOrder());
        Shape shape = Shape.of(luminance, chosen);
        return new FlatBlocks(
                (shape.across1 + shape.down1) / 2,
                (shape.across2 + shape.down2) / 2,
                (shape.across4 + shape.down4) / 2,
                Math.abs(shape.across1 - shape.down1),
                levels.getFirst(),
                levels.get(levels.size() / 2),
                tail / levels.size(),
                shape.kurtosis,
                between(channels, chosen),
                last - first);
    }

    private record Block(int start, double mean, double variance) {}

    private static List<List<Block>> tones(Plane plane) {
        List<List<Block>> tones = new ArrayList<>();
        for (int i = 0; i < TONES; i++) {
            tones.add(new ArrayList<>());
        }
        int width = plane.size().width();
        float[] x = plane.toArray();
        int step = x.length > 600_000 ? SIDE : SIDE / 2;
        for (int row = 0; row + SIDE <= plane.size().height(); row += step) {
            for (int column = 0; column + SIDE <= width; column += step) {
                int start = row * width + column;
                Residual residual = new Residual(x, width, start);
                if (residual.mean > ENDS && residual.mean < 1 - ENDS) {
                    tones.get((int) (residual.mean * TONES)).add(new Block(start, residual.mean, residual.variance()));
                }
            }
        }
        return tones;
    }

    /// A block without its mean and its slope.
    private static final class Residual {
        private final double[] r = new double[SIDE * SIDE];
        private final double mean;

        Residual(float[] x, int width, int start) {
            double sum = 0;
            double across = 0;
            double down = 0;
            double middle = (SIDE - 1) / 2.0;
            for (int k = 0; k < r.length; k++) {
                r[k] = x[start + k / SIDE * width + k % SIDE];
                sum += r[k];
                across += r[k] * (k % SIDE - middle);
                int row = k / SIDE;
                down += r[k] * (row - middle);
            }
            mean = sum / r.length;
            double norm = SIDE * SIDE * (SIDE * SIDE - 1) / 12.0;
            for (int k = 0; k < r.length; k++) {
                int row = k / SIDE;
                r[k] -= mean + (across * (k % SIDE - middle) + down * (row - middle)) / norm;
            }
        }

        double variance() {
            return product(0, 0) * (SIDE * SIDE) / (SIDE * SIDE - 3);
        }

        /// The mean product of samples so far apart.
        double product(int right, int below) {
            double sum = 0;
            for (int row = 0; row < SIDE - below; row++) {
                for (int column = 0; column < SIDE - right; column++) {
                    sum += r[row * SIDE + column] * r[(row + below) * SIDE + column + right];
                }
            }
            return sum / ((SIDE - below) * (SIDE - right));
        }

        double fourth() {
            double sum = 0;
            for (double value : r) {
                sum += value * value * value * value;
            }
            return sum / r.length;
        }
    }

    private record Shape(
            double across1, double down1, double across2, double down2, double across4, double down4, double kurtosis) {
        static Shape of(Plane plane, List<Block> blocks) {
            float[] x = plane.toArray();
            int width = plane.size().width();
            double[] sums = new double[7];
            for (Block block : blocks) {
                Residual residual = new Residual(x, width, block.start);
                double scale = 1 / (residual.product(0, 0) + 1e-10) / blocks.size();
                for (int lag = 0; lag < 3; lag++) {
                    sums[2 * lag] += scale * residual.product(1 << lag, 0);
                    sums[2 * lag + 1] += scale * residual.product(0, 1 << lag);
                }
                sums[6] += scale * scale * blocks.size() * residual.fourth();
            }
            return new Shape(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6]);
        }
    }

    /// The mean correlation of red with green and of green with blue.
    private static double between(List<Plane> channels, List<Block> blocks) {
        if (channels.size() < 3) {
            return Double.NaN;
        }
        float[] red = channels.get(0).toArray();
        float[] green = channels.get(1).toArray();
        float[] blue = channels.get(2).toArray();
        int width = channels.getFirst().size().width();
        return (correlation(red, green, width, blocks) + correlation(green, blue, width, blocks)) / 2;
    }

    private static double correlation(float[] one, float[] other, int width, List<Block> blocks) {
        double products = 0;
        double first = 1e-12;
        double second = 1e-12;
        for (Block block : blocks) {
            for (int row = 1; row < SIDE - 1; row++) {
                for (int column = 1; column < SIDE - 1; column++) {
                    int i = block.start + row * width + column;
                    double a = NoiseCurve.detail(one, width, i);
                    double b = NoiseCurve.detail(other, width, i);
                    products += a * b;
                    first += a * a;
                    second += b * b;
                }
            }
        }
        return products / Math.sqrt(first * second);
    }
}
