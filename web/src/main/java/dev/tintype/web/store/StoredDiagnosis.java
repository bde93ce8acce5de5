package dev.tintype.web.store;

import dev.tintype.diagnose.Diagnosis;
import dev.tintype.diagnose.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A diagnosis in words and numbers.
///
/// @param colours such as "a grey photo"
/// @param pictures names of the pictures that were drawn of it
public record StoredDiagnosis(String colours, List<Found> findings, List<String> pictures) {
    /// One thing that was found.
    ///
    /// @param kind such as "gaussian-noise"
    /// @param sentence such as "Motion blur, 15 px at 30 degrees, confidence 0.9"
    /// @param confidence 0 to 1
    /// @param numbers what it rests on, by name
    public record Found(String kind, String sentence, double confidence, Map<String, Double> numbers) {}

    public static StoredDiagnosis of(Diagnosis diagnosis, List<String> pictures) {
        List<Found> found =
                diagnosis.findings().stream().map(StoredDiagnosis::found).toList();
        return new StoredDiagnosis(diagnosis.toning().words(), found, List.copyOf(pictures));
    }

    private static Found found(Finding finding) {
        String kind = finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Found(kind, finding.sentence(), finding.confidence(), finding.numbers());
    }
}
