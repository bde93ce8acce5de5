package dev.tintype.diagnose;

import dev.tintype.diagnose.NoiseLaw.Curve;
import dev.tintype.photo.Plane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Noise against light: the variance of the finest detail in the smoothest blocks of each tone, and how well each
/// [NoiseLaw] explains it.
///
/// The finest detail is that of the operator of J. Immerkaer, "Fast Noise Variance Estimation", 1996,
/// doi:10.1006/cviu.1996.0060, which no plane and no gradient reaches. Blocks are called smooth by what is left at half
/// the resolution, so that choosing them does not choose their noise. A frame of one number, or what was cut out, has
/// none and is left out.
final class NoiseCurve {
    private static final int SIDE = 8;
    private static final int BINS = 24;
    private static final int FEWEST = 6; // blocks of a tone
    private static final double DARKEST = 0.015;
    private static final double ROUNDING = 1 / 12.0 / (255.0 * 255); // variance
    private static final int TRIES = 90;

    private final List<Point> points;
    private final List<Fit> fits;

    private NoiseCurve(List<Block> blocks) {
        points = points(blocks);
        fits = Stream.of(NoiseLaw.values()).parallel().map(this::best).toList();
    }

    /// One block: its mean, the variance of its finest detail and of its coarser detail.
    private record Block(double mean, double fine, double coarse) {}

    /// The noise at one tone.
    ///
    /// @param weight of this point: how many blocks it rests on
    record Point(double mean, double variance, double weight) {}

    /// A law and how it fits.
    ///
    /// @param white standard deviation of the noise at white
    /// @param misfit root mean square of the logarithm of what is seen over what is expected
    record Fit(NoiseLaw law, double white, double misfit) {}

    static NoiseCurve of(List<Plane> channels) {
        List<Block> all = channels.parallelStream()
                .map(NoiseCurve::blocks)
                .flatMap(List::stream)
                .toList();
        return new NoiseCurve(all);
    }

    private static List<Block> blocks(Plane plane) {
        int width = plane.size().width();
        int height = plane.size().height();
        float[] x = plane.toArray();
        int step = x.length > 1_200_000 ? 3 * SIDE / 2 : x.length > 600_000 ? SIDE : SIDE / 2;
        List<Block> found = new ArrayList<>();
        for (int row = 0; row + SIDE <= height; row += step) {
            for (int column = 0; column + SIDE <= width; column += step) {
                Block block = block(x, width, row * width + column);
                if (block.mean > DARKEST && block.mean < 1 - DARKEST) {
                    found.add(block);
                }
            }
        }
        return unframed(found);
    }

    /// Without the even blocks of one tone, if most even blocks have it: what JPEG or a clear sky makes even differs.
    private static List<Block> unframed(List<Block> blocks) {
        Map<Double, Long> even = blocks.stream()
                .filter(block -> block.fine == 0)
                .collect(Collectors.groupingBy(Block::mean, Collectors.counting()));
        long all = even.values().stream().mapToLong(count -> count).sum();
        Set<Double> frame = even.entrySet().stream()
                .filter(tone -> 2 * tone.getValue() > all)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return blocks.stream()
                .filter(block -> block.fine != 0 || !frame.contains(block.mean))
                .toList();
    }

    private static Block block(float[] x, int width, int start) {
        double sum = 0;
        double sums = 0;
        double squares = 0;
        for (int row = 0; row < SIDE; row += 2) {
            for (int column = 0; column < SIDE; column += 2) {
                int i = start + row * width + column;
                double mean = (x[i] + x[i + 1] + x[i + width] + x[i + width + 1]) / 4;
                sums += mean;
                squares += mean * mean;
            }
        }
        int quarters = SIDE * SIDE / 4;
        double mean = sums / quarters;
        for (int row = 1; row < SIDE - 1; row++) {
            for (int column = 1; column < SIDE - 1; column++) {
                double detail = detail(x, width, start + row * width + column);
                sum += detail * detail;
            }
        }
        return new Block(mean, sum / ((SIDE - 2) * (SIDE - 2)), squares / quarters - mean * mean);
    }

    /// The operator of Immerkaer, of variance 1 on white noise of variance 1.
    static double detail(float[] x, int width, int i) {
        double above = x[i - width - 1] - 2 * x[i - width] + x[i - width + 1];
        double here = x[i - 1] - 2 * x[i] + x[i + 1];
        double below = x[i + width - 1] - 2 * x[i + width] + x[i + width + 1];
        return (above - 2 * here + below) / 6;
    }

    private static List<Point> points(List<Block> blocks) {
        List<List<Block>> tones = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            tones.add(new ArrayList<>());
        }
        blocks.forEach(block -> tones.get((int) (block.mean * BINS)).add(block));
        List<Point> points = new ArrayList<>();
        for (List<Block> tone : tones) {
            if (tone.size() >= FEWEST) {
                tone.sort(Comparator.comparingDouble(Block::coarse));
                List<Block> smooth = tone.subList(0, Math.max(FEWEST, tone.size() / 4));
                double mean = median(smooth.stream().mapToDouble(Block::mean).toArray());
                double variance =
                        median(smooth.stream().mapToDouble(Block::fine).toArray());
                points.add(new Point(mean, variance, Math.sqrt(Math.min(200, smooth.size()))));
            }
        }
        return List.copyOf(points);
    }

    /// The best fit of every law.
    List<Fit> fits() {
        return fits;
    }

    private Fit best(NoiseLaw law) {
        Fit best = new Fit(law, 0.01, 9);
        for (int i = 0; i < TRIES; i++) {
            double white = 0.002 * Math.pow(400, (double) i / TRIES);
            double misfit = misfit(law.curve(white));
            if (misfit < best.misfit) {
                best = new Fit(law, white, misfit);
            }
        }
        double coarse = best.white;
        for (int i = -5; i <= 5; i++) {
            double white = coarse * (1 + 0.012 * i);
            double misfit = misfit(law.curve(white));
            if (misfit < best.misfit) {
                best = new Fit(law, white, misfit);
            }
        }
        return best;
    }

    private double misfit(Curve curve) {
        double sum = 0;
        double weights = 0;
        for (Point point : points) {
            double expected = curve.variance(point.mean) + ROUNDING;
            double off = Math.clamp(Math.log((point.variance + ROUNDING) / expected), -3, 3);
            sum += point.weight * off * off;
            weights += point.weight;
        }
        return weights == 0 ? 9 : Math.sqrt(sum / weights);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
