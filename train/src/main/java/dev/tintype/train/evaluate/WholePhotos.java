package dev.tintype.train.evaluate;

import dev.tintype.diagnose.Diagnostician;
import dev.tintype.diagnose.Finding;
import dev.tintype.diagnose.Kind;
import dev.tintype.photo.Photo;
import dev.tintype.photo.UnreadablePhotoException;
import dev.tintype.read.PhotoReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What a diagnostician finds in sound photos as they are, of which it should find nothing.
public record WholePhotos(List<Outcome> outcomes) {
    public WholePhotos {
        outcomes = List.copyOf(outcomes);
    }

    /// A photo and what was found in it, what counts most first.
    public record Outcome(Path photo, List<Finding> findings) {
        public Outcome {
            findings = List.copyOf(findings);
        }
    }

    /// Diagnoses all files that are photos.
    public static WholePhotos of(List<Path> files) {
        Diagnostician diagnostician = Diagnostician.standard();
        List<Outcome> outcomes = new ArrayList<>();
        for (Path file : files) {
            try {
                Photo photo = PhotoReader.read(file).samples().photo();
                outcomes.add(new Outcome(file, diagnostician.diagnose(photo).findings()));
            } catch (UnreadablePhotoException _) {
                // not a photo, so not a sound one
            }
        }
        return new WholePhotos(outcomes);
    }

    /// The share in which nothing was found, 0 to 1.
    public double sound() {
        return outcomes.stream()
                .mapToDouble(outcome -> outcome.findings().isEmpty() ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /// How many photos each kind was found in.
    public Map<Kind, Long> found() {
        return outcomes.stream()
                .flatMap(outcome ->
                        outcome.findings().stream().map(Finding::kind).distinct())
                .collect(Collectors.groupingBy(UnaryOperator.identity(), TreeMap::new, Collectors.counting()));
    }

    /// The share, and what was found otherwise, the most frequent first.
    public String markdown() {
        String kinds = found().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(entry -> entry.getKey().words() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%n%d whole sound photos: nothing found in %.1f %%; otherwise: %s.%n",
                outcomes.size(),
                100 * sound(),
                kinds.isEmpty() ? "nothing" : kinds);
    }

    /// A row for each photo in which something was found.
    public String csv() {
        StringBuilder text = new StringBuilder("photo,found\n");
        for (Outcome outcome : outcomes) {
            if (!outcome.findings().isEmpty()) {
                String found =
                        outcome.findings().stream().map(Finding::sentence).collect(Collectors.joining("; "));
                text.append(String.format(Locale.ROOT, "\"%s\",\"%s\"%n", outcome.photo(), found));
            }
        }
        return text.toString();
    }
}
