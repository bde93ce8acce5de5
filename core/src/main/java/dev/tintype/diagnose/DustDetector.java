package dev.tintype.diagnose;

import dev.tintype.damage.Degradation.Dust;
import dev.tintype.diagnose.Marks.Mark;
import dev.tintype.photo.Mask;
import java.util.List;
import java.util.Map;

/// Many small specks of one tone, on ground of any.
final class DustDetector implements Detector {
    private static final int SMALLEST = 3; // pixels
    private static final int LARGEST = 60;
    private static final int LONGEST = 13;

    @Override
    public Finding examine(Measurements measured) {
        Finding bright = examine(measured, true);
        Finding dark = examine(measured, false);
        return bright.confidence() >= dark.confidence() ? bright : dark;
    }

    private static Finding examine(Measurements measured, boolean bright) {
        Marks marks = new Marks(measured.luminance(), measured.sigma());
        List<Mark> alike = Marks.alike(marks.specks(bright).stream()
                .filter(speck -> speck.pixels().size() >= SMALLEST
                        && speck.pixels().size() < LARGEST
                        && speck.length() <= LONGEST)
                .toList());
        double many = alike.size() / (measured.photo().size().area() / 1e4);
        double tone = alike.stream().mapToDouble(Mark::tone).average().orElse(0);
        double extreme = bright ? Confidence.of(tone, 0.7, 0.78) : Confidence.of(tone, 0.28, 0.2);
        return new Finding(
                new Dust(new Mask(marks.cover(alike)), tone),
                Math.min(Confidence.of(many, 0.8, 1.3), extreme),
                Map.of("specks in 100 by 100 pixels", many, "tone", tone));
    }
}
