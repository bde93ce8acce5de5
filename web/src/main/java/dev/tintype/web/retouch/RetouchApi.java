package dev.tintype.web.retouch;

import dev.tintype.web.restoration.Engine;
import dev.tintype.web.store.DataFolder;
import dev.tintype.web.store.NotThereException;
import dev.tintype.web.store.Photos;
import dev.tintype.web.store.Restorations;
import dev.tintype.web.store.State;
import dev.tintype.web.store.StoredPhoto;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Steps by hand are added, taken back and switched off here.
@RestController
@RequestMapping("/api/photos/{id}/retouching")
final class RetouchApi {
    private final Photos photos;
    private final Restorations restorations;
    private final Steps steps;
    private final MaskBoard masks;
    private final Retoucher retoucher;
    private final PatchFiles files;
    private final Engine engine;
    private final DataFolder folder;

    RetouchApi(
            Photos photos,
            Restorations restorations,
            Steps steps,
            MaskBoard masks,
            Retoucher retoucher,
            PatchFiles files,
            Engine engine,
            DataFolder folder) {
        this.photos = photos;
        this.restorations = restorations;
        this.steps = steps;
        this.masks = masks;
        this.retoucher = retoucher;
        this.files = files;
        this.engine = engine;
        this.folder = folder;
    }

    /// What was done by hand and what came of it.
    ///
    /// @param base the restoration on which it is done; none is the original
    /// @param mask changes whenever the mask that waits for a heal does; empty where nothing is painted
    /// @param patches pixels that were made, to be laid over the base in this order
    /// @param busy whether more are being made
    record Answer(
            Optional<UUID> base,
            List<StoredStep> steps,
            String mask,
            List<Patch> patches,
            boolean busy,
            double share,
            String message) {}

    /// On what the steps are done.
    ///
    /// @param restoration of the same photo; none is the original
    record Base(@Nullable UUID restoration) {}

    /// Whether a step counts.
    record Turn(boolean on) {}

    @Operation(summary = "What was done to a photo by hand, step by step")
    @GetMapping
    Answer get(@PathVariable UUID id) {
        return answer(photos.require(id));
    }

    @Operation(
            summary = "Paint on the mask, fill what it covers, or copy pixels from beside",
            description = "kind: stroke (tool BRUSH, ERASER, LINE or LASSO; width and feather in pixels; points with"
                    + " column and row), heal (method DIFFUSION, PATCHES or LATENT) or stamp (a stroke with columns"
                    + " and rows to where it is copied from). Steps that were undone are forgotten.")
    @PostMapping("/steps")
    ResponseEntity<Answer> add(@PathVariable UUID id, @RequestBody Edit edit) {
        StoredPhoto photo = photos.require(id);
        switch (edit) {
            case Edit.Load _ -> throw new IllegalArgumentException("masks are loaded at /api/photos/{id}/mask");
            case Edit.Heal(Edit.Method method) -> {
                if (History.of(steps.of(id)).mask().isEmpty()) {
                    throw new IllegalArgumentException("paint over what is to be filled first");
                } else if (method == Edit.Method.LATENT && !engine.learnt()) {
                    throw new IllegalArgumentException("there are no networks to fill with");
                }
            }
            case Edit.Stroke _, Edit.Stamp _ -> {} // may be done at any time
        }
        masks.add(photo, UUID.randomUUID(), edit);
        if (!edit.masks()) {
            retoucher.refresh(id);
        }
        return ResponseEntity.created(URI.create("/api/photos/%s/retouching".formatted(id)))
                .body(answer(photo));
    }

    @Operation(summary = "Switch a step on or off; only what depends on it is made again")
    @PatchMapping("/steps/{step}")
    Answer turn(@PathVariable UUID id, @PathVariable UUID step, @RequestBody Turn turn) {
        StoredPhoto photo = photos.require(id);
        steps.turn(id, step, turn.on());
        return begun(photo);
    }

    @Operation(summary = "Take the last step back")
    @PostMapping("/undo")
    Answer undo(@PathVariable UUID id) {
        StoredPhoto photo = photos.require(id);
        steps.undo(id);
        return begun(photo);
    }

    @Operation(summary = "Bring back the step that was taken back last")
    @PostMapping("/redo")
    Answer redo(@PathVariable UUID id) {
        StoredPhoto photo = photos.require(id);
        steps.redo(id);
        return begun(photo);
    }

    @Operation(summary = "Choose on what the steps are done: a restoration at its strength, or the original")
    @PutMapping("/base")
    Answer base(@PathVariable UUID id, @RequestBody Base base) {
        StoredPhoto photo = photos.require(id);
        Optional<UUID> wanted = Optional.ofNullable(base.restoration());
        wanted.map(restorations::require)
                .filter(restoration -> !restoration.photo().equals(id) || restoration.state() != State.DONE)
                .ifPresent(_ -> {
                    throw new NotThereException("photo %s has no such restoration that is done".formatted(id));
                });
        steps.base(id, wanted);
        return begun(photo);
    }

    @Operation(summary = "Forget everything that was done by hand")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear(@PathVariable UUID id) {
        photos.require(id);
        steps.clear(id);
        steps.patches(id, List.of());
        folder.delete(folder.retouched(id));
        retoucher.refresh(id);
    }

    @Operation(summary = "Pixels that a step made, as PNG: clear where it made none")
    @GetMapping("/patches/{key}.png")
    ResponseEntity<Resource> patch(@PathVariable UUID id, @PathVariable String key) {
        photos.require(id);
        Patch known = steps.patches(id).stream()
                .filter(patch -> patch.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotThereException("photo %s has no such patch".formatted(id)));
        return ResponseEntity.ok()
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
                .contentType(MediaType.IMAGE_PNG)
                .body(new FileSystemResource(files.picture(id, known)));
    }

    /// The answer to a change that has just begun to be carried out.
    private Answer begun(StoredPhoto photo) {
        retoucher.refresh(photo.id());
        return answer(photo);
    }

    private Answer answer(StoredPhoto photo) {
        List<StoredStep> all = steps.of(photo.id());
        Retoucher.Progress progress = retoucher.progress(photo.id());
        return new Answer(
                steps.base(photo.id()),
                all,
                MaskApi.version(History.of(all).mask()),
                steps.patches(photo.id()),
                progress.busy(),
                progress.share(),
                progress.message());
    }
}
