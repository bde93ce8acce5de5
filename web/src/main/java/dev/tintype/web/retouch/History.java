package dev.tintype.web.retouch;

import java.util.ArrayList;
import java.util.List;

/// The steps of a photo that count, by what they do.
///
/// @param acts what changes pixels, in order
/// @param mask what the mask is painted with that waits for the next heal
record History(List<Act> acts, List<StoredStep> mask) {
    /// A heal or a stamp.
    ///
    /// @param mask what the mask of a heal is painted with
    record Act(Edit edit, List<StoredStep> mask) {}

    static History of(List<StoredStep> steps) {
        List<Act> acts = new ArrayList<>();
        List<StoredStep> mask = new ArrayList<>();
        for (StoredStep step : steps) {
            boolean counts = step.on() && !step.undone();
            switch (step.edit()) {
                case Edit.Load _
                when counts -> {
                    mask.clear();
                    mask.add(step);
                }
                case Edit.Stroke _ when counts -> mask.add(step);
                case Edit.Stamp stamp when counts -> acts.add(new Act(stamp, List.of()));
                case Edit.Heal heal
                when !step.undone() -> {
                    if (step.on()) {
                        acts.add(new Act(heal, List.copyOf(mask)));
                    }
                    mask.clear();
                }
                default -> {} // switched off or taken back
            }
        }
        return new History(List.copyOf(acts), List.copyOf(mask));
    }
}
