package dev.tintype.nn.stage;

import dev.tintype.restore.tone.Unfade;
import dev.tintype.restore.tone.Unfade.Curve;
import java.util.Arrays;
import java.util.Optional;

/// The one tint of a monochrome photo - grey, sepia, cyanotype: how far each channel lies above the luminance, in the
/// mean, in sample units. A network that guesses one curve for each channel would turn sepia towards green; with
/// [#keep] its hue stays.
record Tint(double red, double green, double blue) {
    private static final int BINS = 32; // of luminance, each with as many samples
    private static final int RANK = 9; // of ten samples must keep the rule
    private static final double SCATTER = 0.025; // around the tint of its luminance, up to which a photo is monochrome

    /// The tint of (3, n) samples, if they are monochrome: if nine of ten have the colour that all samples of about
    /// their luminance have.
    ///
    /// @param guess how the photo faded: colours that are hardly there before it is undone may be there afterwards
    static Optional<Tint> of(float[] samples, Unfade guess) {
        int count = samples.length / 3;
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(luminance(samples, a), luminance(samples, b)));
        double[] scatter = new double[count];
        double[] sums = new double[3];
        for (int bin = 0; bin < BINS; bin++) {
            int from = bin * count / BINS;
            int to = (bin + 1) * count / BINS;
            for (int c = 0; c < 3; c++) {
                double[] above = above(samples, c, order, from, to);
                sums[c] += Arrays.stream(above).sum();
                double[] sorted = above.clone();
                Arrays.sort(sorted);
                double middle = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
                for (int i = from; i < to; i++) {
                    scatter[i] = Math.max(scatter[i], Math.abs(above[i - from] - middle));
                }
            }
        }
        Arrays.sort(scatter);
        return scatter[RANK * (count - 1) / 10] * range(guess) < SCATTER
                ? Optional.of(new Tint(sums[0] / count, sums[1] / count, sums[2] / count))
                : Optional.empty();
    }

    private static double range(Unfade guess) {
        return (guess.red().range() + guess.green().range() + guess.blue().range()) / 3;
    }

    private static double[] above(float[] samples, int channel, Integer[] order, int from, int to) {
        int count = order.length;
        double[] above = new double[to - from];
        for (int i = from; i < to; i++) {
            above[i - from] = samples[channel * count + order[i]] - luminance(samples, order[i]);
        }
        return above;
    }

    private static double luminance(float[] samples, int i) {
        int count = samples.length / 3;
        return 0.299 * samples[i] + 0.587 * samples[count + i] + 0.114 * samples[2 * count + i];
    }

    /// About the same change, but one curve for all channels, and of the tint as much taken away as the guess would
    /// take
    /// from it: what is left has its hue.
    Unfade keep(Unfade guess) {
        double range =
                (guess.red().range() + guess.green().range() + guess.blue().range()) / 3;
        double gamma =
                (guess.red().gamma() + guess.green().gamma() + guess.blue().gamma()) / 3;
        double black = 0.299 * guess.red().black()
                + 0.587 * guess.green().black()
                + 0.114 * guess.blue().black();
        double power = red * red + green * green + blue * blue;
        double along = red * (guess.red().black() - black)
                + green * (guess.green().black() - black)
                + blue * (guess.blue().black() - black);
        double taken = power > 0 ? Math.clamp(along / power, 0.0, 1.0) : 0;
        return new Unfade(
                new Curve(black + taken * red, range, gamma),
                new Curve(black + taken * green, range, gamma),
                new Curve(black + taken * blue, range, gamma),
                1);
    }
}
