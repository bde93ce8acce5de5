package dev.tintype.diagnose;

import dev.tintype.damage.Degradation.Scratches;
import dev.tintype.diagnose.Marks.Mark;
import dev.tintype.photo.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Long thin lines of one tone, lighter or darker than the ground that goes on behind them.
final class ScratchDetector implements Detector {
    private static final int SHORTEST = 20; // pixels
    private static final double THICKEST = 5.5;

    @Override
    public Finding examine(Measurements measured) {
        Finding bright = examine(measured, true);
        Finding dark = examine(measured, false);
        Finding surer = bright.confidence() >= dark.confidence() ? bright : dark;
        double regular = PeriodicDetector.confidence(measured.peak());
        return surer.with(surer.confidence() * (1 - regular));
    }

    private static Finding examine(Measurements measured, boolean bright) {
        Marks marks = new Marks(measured.luminance(), measured.sigma());
        List<Mark> lines = new ArrayList<>(marks.lines(true, bright));
        lines.addAll(marks.lines(false, bright));
        List<Mark> alike = Marks.alike(lines.stream()
                .filter(line -> line.length() > SHORTEST
                        && line.thickness() < THICKEST
                        && line.length() > 5 * line.thickness())
                .toList());
        double side = Math.min(measured.photo().size().width(), measured.photo().size().height());
        double length = alike.stream().mapToInt(Mark::length).sum() / side;
        double tone = alike.stream().mapToDouble(Mark::tone).average().orElse(0);
        double extreme = bright ? Confidence.of(tone, 0.7, 0.78) : Confidence.of(tone, 0.28, 0.2);
        double confidence = Math.min(Confidence.of(length, 1, 1.6), extreme);
        return new Finding(
                new Scratches(new Mask(marks.cover(alike)), tone),
                confidence,
                Map.of("length in sides of the photo", length, "tone", tone));
    }
}
