package dev.tintype.web.restoration;

import dev.tintype.plan.Plan;
import dev.tintype.plan.Preset;
import dev.tintype.web.store.State;
import dev.tintype.web.store.StoredRestoration;
import dev.tintype.web.store.StoredRestoration.Done;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a client is told of a restoration.
///
/// @param share 0 to 1 of the work
/// @param message why it failed
public record RestorationAnswer(
        UUID id,
        UUID photo,
        OffsetDateTime asked,
        Preset preset,
        State state,
        double share,
        double strength,
        String message,
        Optional<Plan> plan,
        List<Done> steps,
        double seconds) {
    static RestorationAnswer of(StoredRestoration stored, Optional<RestorationEvent> active) {
        double share = active.map(RestorationEvent::share).orElse(stored.state().open() ? 0.0 : 1.0);
        return new RestorationAnswer(
                stored.id(),
                stored.photo(),
                stored.asked(),
                stored.preset(),
                stored.state(),
                share,
                stored.strength(),
                stored.message(),
                stored.plan(),
                stored.steps(),
                stored.seconds());
    }
}
