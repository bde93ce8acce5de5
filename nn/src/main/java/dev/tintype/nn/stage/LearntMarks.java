package dev.tintype.nn.stage;

import dev.tintype.damage.Degradation;
import dev.tintype.damage.Degradation.Dust;
import dev.tintype.damage.Degradation.Scratches;
import dev.tintype.diagnose.Detector;
import dev.tintype.diagnose.Finding;
import dev.tintype.diagnose.Measurements;
import dev.tintype.nn.Weights;
import dev.tintype.nn.net.ScratchNet;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.signal.Components;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Says whether what the network finds is scratches or dust, or too little to be either. Of a large photo it sees a
/// small copy, where a person would still see the marks.
///
/// ```java
/// Diagnostician diagnostician = Diagnostician.standard().and(LearntMarks.open(Path.of("weights/tintype-s")));
/// ```
public record LearntMarks(ScratchDetector detector) implements Detector {
    private static final int LARGEST = 1024; // longer side of what the network sees, pixels
    private static final double LONG = 0.14; // of the shorter side: a mark from which on it is a scratch
    private static final int SMALLEST = 3; // pixels of a speck
    // Of squares that were not trained on, sound ones have at most 0.17 of scratches, and 9 of 10 at most 0.4 specks.
    private static final double EVEN_SCRATCHES = 0.2; // length of all, in shorter sides
    private static final double SURE_SCRATCHES = 0.5;
    private static final double EVEN_SPECKS = 1.2; // in 100 x 100 pixels
    private static final double SURE_SPECKS = 2.5;

    /// With the network `scratch-detector` of a folder of safetensors files.
    ///
    /// @throws dev.tintype.nn.UnusableWeightsException where it is missing, damaged or of another kind
    public static LearntMarks open(Path folder) {
        return new LearntMarks(
                new ScratchDetector(ScratchNet.of(Weights.read(folder.resolve("scratch-detector.safetensors")))));
    }

    @Override
    public Finding examine(Measurements measured) {
        Photo photo = measured.photo();
        Samples scan = new Samples(photo.size(), photo.planes().size(), Depth.BITS_8);
        scan.put(0, 0, photo);
        int smaller = 1;
        while (Math.max(scan.size().width(), scan.size().height()) > LARGEST) {
            scan = Halves.of(scan);
            smaller *= 2;
        }
        Plane lost = detector.find(scan).photo().planes().getFirst();
        return finding(lost, scan.photo().luminance(), photo.size(), smaller);
    }

    private static Finding finding(Plane lost, Plane brightness, Size size, int smaller) {
        Size seen = lost.size();
        boolean[] chosen = new boolean[seen.area()];
        List<Float> tones = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            int row = i / seen.width();
            int column = i % seen.width();
            chosen[i] = lost.at(row, column) > 0.5f;
            if (chosen[i]) {
                tones.add(brightness.at(row, column));
            }
        }
        double shorter = Math.min(seen.width(), seen.height());
        double scratched = 0;
        int specks = 0;
        for (List<Integer> part : Components.of(chosen, seen)) {
            int length = Components.length(part, seen);
            scratched += length >= LONG * shorter ? length / shorter : 0;
            specks += length < LONG * shorter && part.size() >= SMALLEST ? 1 : 0;
        }
        double many = specks / (seen.area() / 1e4);
        double scratches = certainty(scratched, EVEN_SCRATCHES, SURE_SCRATCHES);
        double dust = certainty(many, EVEN_SPECKS, SURE_SPECKS);
        Mask where = new Mask(Plane.of(
                size,
                (row, column) -> chosen[
                                Math.min(row / smaller, seen.height() - 1) * seen.width()
                                        + Math.min(column / smaller, seen.width() - 1)]
                        ? 1
                        : 0));
        double tone = tone(tones, brightness);
        Degradation marks = scratches >= dust ? new Scratches(where, tone) : new Dust(where, tone);
        return new Finding(
                marks,
                Math.max(scratches, dust),
                Map.of("length of scratches", scratched, "specks in 100 by 100 pixels", many, "tone", tone));
    }

    /// Of their middle: four fifths of them are darker than this if they are bright, lighter if they are dark.
    private static double tone(List<Float> marks, Plane photo) {
        if (marks.isEmpty()) {
            return 0.5;
        }
        List<Float> sorted = marks.stream().sorted().toList();
        boolean bright = sorted.get(sorted.size() / 2) > mean(photo);
        return sorted.get((bright ? 4 : 1) * (sorted.size() - 1) / 5);
    }

    private static double mean(Plane plane) {
        double sum = 0;
        for (float x : plane.toArray()) {
            sum += x;
        }
        return sum / plane.size().area();
    }

    /// One half where the evidence is even, near 1 where it is sure.
    private static double certainty(double evidence, double even, double sure) {
        return 1 / (1 + Math.exp(-Math.log(9) * (evidence - even) / (sure - even)));
    }
}
