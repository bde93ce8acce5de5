package dev.tintype.web.restoration;

import dev.tintype.nn.stage.PlanRestorer;
import dev.tintype.plan.Plan;
import dev.tintype.plan.PlanFile;
import dev.tintype.plan.Preset;
import dev.tintype.web.restoration.MemoryBudget.Need;
import dev.tintype.web.store.Photos;
import dev.tintype.web.store.Restorations;
import dev.tintype.web.store.StoredPhoto;
import dev.tintype.web.store.StoredRestoration;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Restorations are asked for, followed, changed and stopped here.
@RestController
final class RestorationApi {
    private final Photos photos;
    private final Restorations restorations;
    private final Queue queue;
    private final Engine engine;
    private final Activity activity;
    private final HandMask hand;
    private final MemoryBudget memory;

    RestorationApi(
            Photos photos,
            Restorations restorations,
            Queue queue,
            Engine engine,
            Activity activity,
            HandMask hand,
            MemoryBudget memory) {
        this.photos = photos;
        this.restorations = restorations;
        this.queue = queue;
        this.engine = engine;
        this.activity = activity;
        this.hand = hand;
        this.memory = memory;
    }

    /// What is wanted; whatever is missing is as usual.
    ///
    /// @param preset how far a plan that is made may go
    /// @param plan as `tintype restore --dry-run` prints it
    /// @param strength 0 to 1
    /// @param mask whether what was painted by hand is lost; then nothing is searched
    record Wish(
            @Nullable Preset preset,
            @Schema(type = "object") @Nullable JsonNode plan,
            @Nullable Double strength,
            @Nullable Boolean mask) {}

    /// A new strength.
    record Change(double strength) {}

    @Operation(summary = "Restore a photo again, by a preset or by a plan")
    @PostMapping("/api/photos/{id}/restorations")
    ResponseEntity<RestorationAnswer> add(@PathVariable UUID id, @RequestBody Wish wish) throws InterruptedException {
        StoredPhoto photo = photos.require(id);
        Optional<Plan> plan = Optional.ofNullable(wish.plan()).map(json -> PlanFile.parse(json.toString()));
        plan.ifPresent(given -> PlanRestorer.require(given, engine.learnt(), engine.knowsFaces()));
        Preset preset = Optional.ofNullable(wish.preset()).orElse(Preset.FAMILY);
        double strength = checked(Optional.ofNullable(wish.strength()).orElse(1.0));
        StoredRestoration made;
        if (Boolean.TRUE.equals(wish.mask())) {
            try (MemoryBudget.Share _ = memory.take(Need.MASK, photo.size(), MemoryBudget.WISH)) {
                made = queue.add(id, preset, plan, strength, Optional.of(hand.of(photo)));
            }
        } else {
            made = queue.add(id, preset, plan, strength);
        }
        return ResponseEntity.accepted()
                .location(URI.create("/api/restorations/" + made.id()))
                .body(answer(made));
    }

    @Operation(summary = "All restorations of a photo, the newest first")
    @GetMapping("/api/photos/{id}/restorations")
    List<RestorationAnswer> all(@PathVariable UUID id) {
        photos.require(id);
        return restorations.of(id).stream().map(this::answer).toList();
    }

    @Operation(summary = "How far a restoration is, its plan and what was done")
    @GetMapping("/api/restorations/{id}")
    RestorationAnswer get(@PathVariable UUID id) {
        return answer(restorations.require(id));
    }

    @Operation(summary = "Say how much of the restored photo is mixed into the original")
    @PatchMapping("/api/restorations/{id}")
    RestorationAnswer change(@PathVariable UUID id, @RequestBody Change change) {
        restorations.require(id);
        restorations.strength(id, checked(change.strength()));
        return answer(restorations.require(id));
    }

    @Operation(summary = "Stop a restoration")
    @PostMapping("/api/restorations/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void cancel(@PathVariable UUID id) {
        queue.cancel(id);
    }

    private RestorationAnswer answer(StoredRestoration restoration) {
        return RestorationAnswer.of(restoration, activity.of(restoration.id()));
    }

    private static double checked(double strength) {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("strength goes from 0 to 1, it was " + strength);
        }
        return strength;
    }
}
