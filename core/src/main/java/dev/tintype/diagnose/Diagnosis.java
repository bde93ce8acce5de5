package dev.tintype.diagnose;

import java.util.List;
import java.util.Optional;

/// What was found in a photo.
///
/// @param findings those that are sure enough, what counts most first; none of a good photo
/// @param toning how its colours are
/// @param weighed what every detector said, sure or not
public record Diagnosis(List<Finding> findings, Toning toning, List<Finding> weighed) {
    public Diagnosis {
        findings = List.copyOf(findings);
        weighed = List.copyOf(weighed);
    }

    /// What counts most.
    public Optional<Finding> main() {
        return findings.stream().findFirst();
    }

    /// The finding of a kind.
    public Optional<Finding> of(Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).findFirst();
    }

    /// How the colours of a photo are.
    public enum Toning {
        COLOUR("a colour photo"),
        GREY("a grey photo"),
        SEPIA("a grey photo in one tint, such as sepia");

        private final String words;

        Toning(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
