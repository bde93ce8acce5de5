package dev.tintype.nn.stage;

import dev.tintype.photo.Samples;

/// Which colours the marks of one scan have. Bare paper, dirt and dust are of few colours, which are rare elsewhere; so
/// what the network is sure of tells how likely a mark each colour is, and that helps where it doubts.
///
/// Bayes' rule with colour taken as independent of what the network saw:
/// `log odds' = log odds + clamp(log(share of the colour in marks / share of the colour elsewhere), −1, 5)`.
/// The shares are histograms of 32 x 32 x 32 colours, smoothed by a Gaussian, from what is surely a mark (probability
/// above 0.8) and what is hardly one (below 0.3). Nothing changes where fewer than 30 pixels are surely marks.
/// In a scan of one channel the ratio counts half: many things share a tone that would not share a colour.
final class MarkColours {
    private static final int BINS = 32; // of a channel
    private static final double SURE = 0.8;
    private static final double HARDLY = 0.3;
    private static final double FEWEST = 30; // pixels
    private static final double UNSEEN = 1e-4; // share of a colour that was not seen
    private static final double LEAST = -1;
    private static final double MOST = 5;
    private static final double GREY = 0.5; // trust in the ratio of a tone
    private static final float[] SMOOTH = {0.0094f, 0.2033f, 0.5746f, 0.2033f, 0.0094f}; // Gaussian of sigma 0.7

    private final float[] logRatios;

    private MarkColours(float[] logRatios) {
        this.logRatios = logRatios;
    }

    /// Learns the colours of a scan's marks.
    ///
    /// @param probabilities one channel of 8 bits, 255 times the probability of being a mark
    static MarkColours of(Samples scan, Samples probabilities) {
        float[] marks = new float[BINS * BINS * BINS];
        float[] rest = new float[marks.length];
        double markCount = 0;
        double restCount = 0;
        for (int row = 0; row < scan.size().height(); row++) {
            for (int column = 0; column < scan.size().width(); column++) {
                float p = probabilities.raw(0, row, column) / 255;
                if (p > SURE) {
                    marks[colour(scan, row, column)] += p;
                    markCount += p;
                } else if (p < HARDLY) {
                    rest[colour(scan, row, column)] += 1 - p;
                    restCount += 1 - p;
                }
            }
        }
        float[] ratios = new float[marks.length];
        if (markCount >= FEWEST && restCount > 0) {
            smooth(marks);
            smooth(rest);
            for (int i = 0; i < ratios.length; i++) {
                double ratio = Math.log((marks[i] / markCount + UNSEEN) / (rest[i] / restCount + UNSEEN));
                ratios[i] = (float) Math.clamp(ratio, LEAST, MOST);
            }
        }
        return new MarkColours(ratios);
    }

    /// The probability that a pixel is a mark, 0 to 1, now that its colour is known.
    float weigh(Samples scan, int row, int column, float probability) {
        double trust = scan.channels() == 1 ? GREY : 1;
        return LogOdds.probability(LogOdds.of(probability) + trust * logRatios[colour(scan, row, column)]);
    }

    /// How likely a mark the colour of a pixel makes it: the log ratio from least to most, as 0 to 1.
    float share(Samples scan, int row, int column) {
        return (float) ((logRatios[colour(scan, row, column)] - LEAST) / (MOST - LEAST));
    }

    private static int colour(Samples scan, int row, int column) {
        int index = 0;
        for (int c = 0; c < 3; c++) {
            float sample = scan.raw(scan.channels() == 1 ? 0 : c, row, column)
                    / scan.depth().white();
            index = index * BINS + Math.clamp((int) (sample * (BINS - 1) + 0.5f), 0, BINS - 1);
        }
        return index;
    }

    /// Along each of the three axes in turn; the outermost colours stand for those beyond.
    private static void smooth(float[] histogram) {
        float[] line = new float[BINS];
        for (int step : new int[] {1, BINS, BINS * BINS}) {
            for (int start = 0; start < histogram.length; start++) {
                if (start / step % BINS != 0) {
                    continue;
                }
                for (int i = 0; i < BINS; i++) {
                    line[i] = histogram[start + i * step];
                }
                for (int i = 0; i < BINS; i++) {
                    float sum = 0;
                    for (int k = -2; k <= 2; k++) {
                        sum += SMOOTH[k + 2] * line[Math.clamp(i + k, 0, BINS - 1)];
                    }
                    histogram[start + i * step] = sum;
                }
            }
        }
    }
}
