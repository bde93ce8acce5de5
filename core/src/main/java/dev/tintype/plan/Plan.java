package dev.tintype.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is to be done to a photo: stages in order, each with its options and the reason for it. A person can read,
/// change and save it; the same photo and the same plan give the same bytes.
///
/// @param outside whether what is not lost may change; where not, every sample outside the mask stays bit for bit
public record Plan(List<Step> steps, boolean outside) {
    public Plan {
        steps = List.copyOf(steps);
    }

    /// One stage of a plan.
    ///
    /// @param stage name of a stage of the catalogue, or of a network
    /// @param on whether it runs
    /// @param options text by name; what is missing is as usual
    /// @param reason why, in one sentence
    public record Step(String stage, boolean on, Map<String, String> options, String reason) {
        public Step {
            options = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(options));
        }
    }
}
