package dev.tintype.diagnose;

import dev.tintype.damage.Degradation.Scratches;
import dev.tintype.diagnose.Marks.Mark;
import dev.tintype.photo.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Long thin lines of one tone, lighter or darker than the ground that goes on behind them, more so the more that
/// ground changes. The weights of the evidence are those of a logistic regression on the squares of `KnownDamage` from
/// the photos cid22.
final class ScratchDetector implements Detector {
    private static final int SHORTEST = 20; // pixels
    private static final double THICKEST = 5.5;
    private static final double UNREST = 0.04; // deviation of the ground from which it changes, in sample units

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
        List<Mark> lines = new ArrayList<>(marks.lines(true, bright));
        lines.addAll(marks.lines(false, bright));
        List<Mark> alike =
                Marks.alike(lines.stream().filter(ScratchDetector::thin).toList());
        double side = Math.min(measured.photo().size().width(), measured.photo().size().height());
        double length = total(alike) / side;
        double others = total(lines.stream().filter(ScratchDetector::thin).toList()) / side;
        double crossing = total(alike.stream()
                        .filter(line -> line.unrest() > Math.max(UNREST, 1.5 * line.spread()))
                        .toList())
                / side;
        double longest = alike.stream().mapToInt(Mark::length).max().orElse(0) / side;
        double grounds = Mark.grounds(alike);
        double tone = alike.stream().mapToDouble(Mark::tone).average().orElse(0.5);
        double evidence = 0.33 * Math.min(3, length)
                + 1.1 * Math.min(1.5, crossing)
                + 2.16 * length / (others + 0.3)
                + 2.84 * longest
                + 3.87 * grounds;
        double confidence = Confidence.of(evidence * Mark.extreme(tone, bright), 4.4, 6);
        return new Finding(
                new Scratches(new Mask(marks.cover(alike)), tone),
                confidence,
                Map.of(
                        "length in sides of the photo",
                        length,
                        "of it over changing ground",
                        crossing,
                        "longest",
                        longest,
                        "range of grounds",
                        grounds,
                        "tone",
                        tone));
    }

    private static boolean thin(Mark line) {
        return line.length() > SHORTEST && line.thickness() < THICKEST && line.length() > 5 * line.thickness();
    }

    private static double total(List<Mark> lines) {
        return lines.stream().mapToInt(Mark::length).sum();
    }
}
