package dev.tintype.diagnose;

import dev.tintype.damage.Degradation.Scratches;
import dev.tintype.diagnose.Marks.Mark;
import dev.tintype.photo.Mask;
import java.util.List;
import java.util.Map;

/// Long thin lines of one tone, lighter or darker than the ground that goes on behind them. What a scene has of lines
/// lies on ground of its own; a scratch crosses light and dark alike. The weights of the evidence are those of a
/// logistic regression on squares of `KnownDamage` and whole sound photos, from the photos cid22 and nips17, in which a
/// sound one counts four times where lines are dark; what is as sure as a horizon or a wire is not called a scratch.
final class ScratchDetector implements Detector {
    private static final int TONES = 64;
    private static final int WINDOW = 5; // tones that count as one
    private static final double SHORTEST = 0.14; // of the photo's shorter side
    private static final double SAME_TONE = 0.05;
    private static final double TOO_SHORT = 0.3; // of the photo's shorter side: nothing that counts
    private static final Weights BRIGHT = new Weights(6.8, -0.68, 0.42, 14.18, -53.5, 27.6, 26.56, -20.25, 16.4);
    private static final Weights DARK = new Weights(7.68, 3.05, 0.39, 7.34, -5.87, 10.11, 29.32, -20.34, 20.8);
    private static final double TO_SURE = 0.6; // evidence beyond even odds
    private static final double LEAST_VARIANCE = 1e-3; // of tones
    private static final double CERTAIN = 0.35; // of the longest line: shorter ones are left out of the mask
    private static final int SHORTEST_PIECE = 12; // pixels: what a path crosses beside a line is no part of it

    @Override
    public Finding examine(Measurements measured) {
        Finding bright = examine(measured.marks(), true);
        Finding dark = examine(measured.marks(), false);
        Finding surer = bright.confidence() >= dark.confidence() ? bright : dark;
        double regular = PeriodicDetector.confidence(measured);
        return surer.with(surer.confidence() * (1 - regular));
    }

    private static Finding examine(Marks marks, boolean bright) {
        Lines lines = new Lines(marks, bright);
        Weights weights = bright ? BRIGHT : DARK;
        double confidence = lines.longest < TOO_SHORT
                ? 0
                : Confidence.of(weights.evidence(lines), weights.even, weights.even + TO_SURE);
        boolean found = confidence >= Diagnostician.SURE;
        List<Mark> pieces = found ? marks.connected(lines.certain(), bright) : List.of();
        List<Mark> lasting = pieces.stream()
                .filter(piece -> piece.length() >= SHORTEST_PIECE)
                .toList();
        return new Finding(
                new Scratches(new Mask(marks.cover(lasting)), lines.tone),
                confidence,
                Map.of(
                        "longest line",
                        lines.longest,
                        "share of long lines",
                        lines.share,
                        "deviation of the ground",
                        lines.grounds,
                        "ground over line",
                        lines.steady,
                        "tone",
                        lines.tone));
    }

    /// The lines of one brightness, and what they have in common.
    private static final class Lines {
        private final Marks marks;
        private final boolean bright;
        private final double side;
        private final double tone;
        private float[] gains = {};
        private double longest; // of the photo's shorter side
        private double share; // of what stands out that belongs to long lines
        private double grounds; // deviation of the ground beside the long lines
        private double steady; // logarithm of the variance of that ground over that of the lines' crests

        Lines(Marks marks, boolean bright) {
            this.marks = marks;
            this.bright = bright;
            side = Math.min(marks.size().width(), marks.size().height());
            tone = tone();
            LinePaths upright = new LinePaths(marks, true, bright, tone, SAME_TONE);
            LinePaths level = new LinePaths(marks, false, bright, tone, SAME_TONE);
            longest = Math.max(upright.most(), level.most()) / side;
            if (longest >= TOO_SHORT) {
                weigh(upright.gains(), level.gains());
            }
        }

        private void weigh(float[] upright, float[] level) {
            float[] x = marks.samples();
            int mine = Marks.ridge(true, bright) | Marks.ridge(false, bright);
            gains = upright;
            double total = 0;
            double all = 0;
            Spread crests = new Spread();
            Spread beside = new Spread();
            for (int i = 0; i < x.length; i++) {
                int step = upright[i] >= level[i] ? 1 : marks.size().width();
                gains[i] = Math.max(upright[i], level[i]);
                all += (marks.ridges()[i] & mine) == 0 ? 0 : 1;
                if (gains[i] > SHORTEST * side) {
                    total++;
                    if (marks.crest(i, step, bright)) {
                        crests.add(x[i]);
                        beside.add(marks.beside(i, step));
                    }
                }
            }
            share = total / (all + side);
            grounds = Math.sqrt(beside.variance());
            steady = Math.log((beside.variance() + LEAST_VARIANCE) / (crests.variance() + LEAST_VARIANCE));
        }

        /// Pixels on the longer lines; of texture, only short paths stand out.
        boolean[] certain() {
            double limit = Math.max(SHORTEST, CERTAIN * longest) * side;
            boolean[] certain = new boolean[gains.length];
            for (int i = 0; i < certain.length; i++) {
                certain[i] = gains[i] > limit;
            }
            return certain;
        }

        /// The commonest tone of the crests of what stands out, among those of paper or of dirt.
        private double tone() {
            int[] counts = new int[TONES + 1];
            float[] x = marks.samples();
            int width = marks.size().width();
            for (int i = 0; i < x.length; i++) {
                boolean upright = (marks.ridges()[i] & Marks.ridge(true, bright)) != 0;
                boolean level = (marks.ridges()[i] & Marks.ridge(false, bright)) != 0;
                if ((upright && marks.crest(i, 1, bright)) || (level && marks.crest(i, width, bright))) {
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

    /// What evidence is worth. Scratches are seldom quite white or black, as what shines is and shadows are. Ground of
    /// very many tones is the scene's own detail, unless most of what stands out is long lines.
    ///
    /// @param even evidence at which scratches are as likely as none
    private record Weights(
            double longest,
            double share,
            double steady,
            double grounds,
            double groundsSquared,
            double groundsByShare,
            double extreme,
            double extremeSquared,
            double even) {
        double evidence(Lines lines) {
            double tone = 2 * Math.abs(lines.tone - 0.5);
            return longest * Math.min(1, lines.longest)
                    + share * lines.share
                    + steady * lines.steady
                    + (grounds + groundsSquared * lines.grounds + groundsByShare * lines.share) * lines.grounds
                    + (extreme + extremeSquared * tone) * tone;
        }
    }

    /// How far numbers lie apart.
    private static final class Spread {
        private double count = 1e-9;
        private double sum;
        private double squares;

        void add(double number) {
            count++;
            sum += number;
            squares += number * number;
        }

        double variance() {
            return Math.max(0, squares / count - sum / count * (sum / count));
        }
    }
}
