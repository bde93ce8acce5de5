package dev.tintype.web.store;

import dev.tintype.plan.Plan;
import dev.tintype.plan.Preset;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A restoration that was asked for.
///
/// @param plan what is done; made of a diagnosis where nobody gave one
/// @param strength how much of the restored photo is mixed into the original when it is shown or taken away, 0 to 1;
/// what lies in the file is the full restoration
/// @param message why it failed
/// @param steps what was done, once it is
/// @param seconds that it took
public record StoredRestoration(
        UUID id,
        UUID photo,
        OffsetDateTime asked,
        Preset preset,
        Optional<Plan> plan,
        double strength,
        State state,
        String message,
        List<Done> steps,
        double seconds) {
    /// A step that ran.
    ///
    /// @param earlier whether it ran for an earlier restoration, and what it came to was taken up
    public record Done(String name, String found, String weights, double seconds, boolean earlier) {}
}
