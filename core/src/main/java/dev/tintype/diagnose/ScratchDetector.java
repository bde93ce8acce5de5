package dev.tintype.diagnose;

import dev.tintype.damage.Degradation.Scratches;
import dev.tintype.diagnose.Marks.Mark;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.Map;

/// Long thin lines of one tone, lighter or darker than the ground that goes on behind them. The weights of the evidence
/// are those of a logistic regression on squares of `KnownDamage` and sound photos of cid22 and nips17; what is as sure
/// as a horizon or a wire is not called a scratch.
final class ScratchDetector implements Detector {
    private static final int TONES = 64;
    private static final int WINDOW = 5; // tones that count as one
    private static final double SHORTEST = 0.14; // of the photo's shorter side
    private static final double SAME_TONE = 0.05;
    private static final double CERTAIN = 0.35; // of the longest line: shorter ones are left out of the mask
    private static final int SHORTEST_PIECE = 12; // pixels: what a path crosses beside a line is no part of it

    @Override
    public Finding examine(Measurements measured) {
        Finding bright = examine(measured, true);
        Finding dark = examine(measured, false);
        Finding surer = bright.confidence() >= dark.confidence() ? bright : dark;
        double regular = PeriodicDetector.confidence(measured);
        return surer.with(surer.confidence() * (1 - regular));
    }

    private static Finding examine(Measurements measured, boolean bright) {
        Marks marks = new Marks(measured.luminance(), measured.sigma());
        Lines lines = new Lines(measured.luminance(), marks.ridges(true, bright), marks.ridges(false, bright), bright);
        List<Mark> pieces = marks.connected(lines.certain(), bright).stream()
                .filter(piece -> piece.length() >= SHORTEST_PIECE)
                .toList();
        double evidence = 6.15 * lines.longest + 1.6 * lines.share + 0.71 * lines.right + 0.04 * lines.number;
        return new Finding(
                new Scratches(new Mask(marks.cover(pieces)), lines.tone),
                Confidence.of(evidence, 6.4, 7.4),
                Map.of(
                        "longest line",
                        lines.longest,
                        "share of long lines",
                        lines.share,
                        "share of one tone",
                        lines.right,
                        "number of lines",
                        lines.number,
                        "tone",
                        lines.tone));
    }

    /// The lines of one brightness, and what they have in common.
    private static final class Lines {
        private final Size size;
        private final float[] gains;
        private final double least;
        private final double tone;
        private double longest; // of the photo's shorter side
        private double share; // of what stands out that belongs to long lines
        private double right; // share of the long lines' pixels that have the tone
        private double number; // about so many times the longest

        Lines(Plane plane, boolean[] upright, boolean[] level, boolean bright) {
            size = plane.size();
            float[] x = plane.toArray();
            tone = tone(x, upright, level, bright);
            gains = new LinePaths(x, upright, size, true, tone).gains();
            float[] along = new LinePaths(x, level, size, false, tone).gains();
            double side = Math.min(size.width(), size.height());
            least = SHORTEST * side;
            double total = 0;
            double all = 0;
            double same = 0;
            for (int i = 0; i < x.length; i++) {
                gains[i] = Math.max(gains[i], along[i]);
                longest = Math.max(longest, gains[i] / side);
                all += upright[i] || level[i] ? 1 : 0;
                if (gains[i] > least) {
                    total++;
                    same += Math.abs(x[i] - tone) < SAME_TONE ? 1 : 0;
                }
            }
            share = total / (all + side);
            right = same / (total + 1);
            number = Math.min(12, total / side / (longest + 0.1));
        }

        /// Pixels on the longer lines; of texture, only short paths stand out.
        boolean[] certain() {
            double limit = Math.max(least, CERTAIN * longest * Math.min(size.width(), size.height()));
            boolean[] certain = new boolean[gains.length];
            for (int i = 0; i < certain.length; i++) {
                certain[i] = gains[i] > limit;
            }
            return certain;
        }

        /// The commonest tone of what stands out, among those of paper or of dirt.
        private static double tone(float[] x, boolean[] upright, boolean[] level, boolean bright) {
            int[] counts = new int[TONES + 1];
            for (int i = 0; i < x.length; i++) {
                if (upright[i] || level[i]) {
                    counts[(int) (Math.clamp(x[i], 0f, 1f) * TONES)]++;
                }
            }
            int best = bright ? TONES : 0;
            int most = -1;
            for (int k = bright ? (int) (0.7 * TONES) : 0; k <= (bright ? TONES : (int) (0.3 * TONES)); k++) {
                int sum = 0;
                for (int j = Math.max(0, k - WINDOW / 2); j <= Math.min(TONES, k + WINDOW / 2); j++) {
                    sum += counts[j];
                }
                best = sum > most ? k : best;
                most = Math.max(most, sum);
            }
            return Math.min(1, (best + 0.5) / TONES);
        }
    }
}
