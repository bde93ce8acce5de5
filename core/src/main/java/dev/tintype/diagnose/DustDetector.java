package dev.tintype.diagnose;

import dev.tintype.damage.Degradation.Dust;
import dev.tintype.diagnose.Marks.Mark;
import dev.tintype.photo.Mask;
import java.util.List;
import java.util.Map;

/// Many small specks of one tone, on ground of any. The weights of the evidence are those of a logistic regression on
/// squares of `KnownDamage` and whole sound photos, from the photos cid22 and nips17, in which
/// a sound one counts four times where specks are dark.
final class DustDetector implements Detector {
    private static final int SMALLEST = 3; // pixels
    private static final int LARGEST = 60;
    private static final int LONGEST = 13;
    private static final double EVEN_BRIGHT = 8.1; // evidence
    private static final double EVEN_DARK = 10.4;
    private static final double TO_SURE = 0.6; // evidence beyond even odds

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
        double evidence = evidence(bright, Math.sqrt(many), grounds, same, 2 * Math.abs(tone - 0.5));
        double even = bright ? EVEN_BRIGHT : EVEN_DARK;
        double confidence = Confidence.of(evidence, even, even + TO_SURE);
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

    /// How much speaks for dust: specks of one tone on ground of many tones; the dark ones are seldom quite black.
    ///
    /// @param many root of the specks in 100 by 100 pixels
    /// @param same the share of specks that have one tone
    /// @param extreme how far this is from middle grey, up to 1
    private static double evidence(boolean bright, double many, double grounds, double same, double extreme) {
        return bright
                ? (4.78 - 1.65 * many) * many + (23.55 * same - 3.29) * grounds - 1.39 * same + 3.56 * extreme
                : (4.33 - 0.85 * many) * many
                        + (21.04 * same - 4.53) * grounds
                        - 1.63 * same
                        + (15.26 - 11.68 * extreme) * extreme;
    }
}
