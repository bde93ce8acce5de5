package dev.tintype.nn.stage;

import java.util.Locale;

/// What was measured of a face, and what is done to it.
///
/// @param wished how strongly it was to be refined, 0 to 1: as was said, or as it needs
/// @param strength how strongly it is refined; less where it would not be the same person's any more
/// @param likeness to what it was before, at this strength
public record FaceTreatment(Face face, FaceCondition condition, double wished, double strength, Likeness likeness) {
    /// In words.
    public String words() {
        if (wished == 0) {
            return "left alone";
        }
        if (strength == 0) {
            return "left alone, for it would no longer be the same person's";
        }
        String less = strength < wished ? " instead of %.2f, to stay the same person's".formatted(wished) : "";
        return String.format(Locale.ROOT, "refined by %.2f%s; %s", strength, less, likeness.words());
    }
}
