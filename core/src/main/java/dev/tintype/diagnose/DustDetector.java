package dev.tintype.diagnose;

import dev.tintype.damage.Degradation.Dust;
import dev.tintype.diagnose.Marks.Mark;
import dev.tintype.photo.Mask;
import java.util.List;
import java.util.Map;

/// Many small specks of one tone, on ground of any. The weights of the evidence are those of a logistic regression on
/// the squares of `KnownDamage` from the photos cid22.
final class DustDetector implements Detector {
    private static final int SMALLEST = 3; // pixels
    private static final int LARGEST = 60;
    private static final int LONGEST = 13;

    @Override
    public Finding examine(Measurements measured) {
        Finding bright = examine(measured, true);
        Finding dark = examine(measured, false);
        Finding surer = bright.confidence() >= dark.confidence() ? bright : dark;
        return surer.with(surer.confidence() * (1 - PeriodicDetector.confidence(measured)));
    }

    private static Finding examine(Measurements measured, boolean bright) {
        Marks marks = measured.marks();
        List<Mark> specks = marks.specks(bright).stream()
                .filter(speck -> speck.pixels().size() >= SMALLEST
                        && speck.pixels().size() < LARGEST
                        && speck.length() <= LONGEST)
                .toList();
        List<Mark> alike = Marks.alike(specks);
        double hundred = measured.photo().size().area() / 1e4;
        double many = alike.size() / hundred;
        int all = specks.size();
        double tone = alike.stream().mapToDouble(Mark::tone).average().orElse(0.5);
        double grounds = Mark.grounds(alike);
        double same = many / (all / hundred + 0.2);
        double evidence = 1.47 * Math.sqrt(many) + 7.8 * grounds + 5.24 * same + Mark.extreme(tone, bright);
        double confidence = Confidence.of(evidence, 8.6, 9.8);
        return new Finding(
                new Dust(new Mask(marks.cover(alike)), tone),
                confidence,
                Map.of(
                        "specks in 100 by 100 pixels",
                        many,
                        "range of grounds",
                        grounds,
                        "share of one tone",
                        same,
                        "tone",
                        tone));
    }
}
