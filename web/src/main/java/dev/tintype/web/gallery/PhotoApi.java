package dev.tintype.web.gallery;

import dev.tintype.web.restoration.Queue;
import dev.tintype.web.store.Photos;
import dev.tintype.web.store.Restorations;
import dev.tintype.web.store.State;
import dev.tintype.web.store.StoredDiagnosis;
import dev.tintype.web.store.StoredPhoto;
import dev.tintype.web.store.StoredRestoration;
import io.swagger.v3.oas.annotations.Operation;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The album for programs.
@RestController
final class PhotoApi {
    private static final int MOST = 100;

    private final Photos photos;
    private final Restorations restorations;
    private final Queue queue;

    PhotoApi(Photos photos, Restorations restorations, Queue queue) {
        this.photos = photos;
        this.restorations = restorations;
        this.queue = queue;
    }

    /// What a client is told of a photo.
    ///
    /// @param restoration its newest
    record Answer(
            UUID id,
            OffsetDateTime added,
            String name,
            String sha256,
            long bytes,
            int width,
            int height,
            Optional<StoredDiagnosis> diagnosis,
            Optional<UUID> restoration,
            Optional<State> state) {}

    @Operation(summary = "The newest photos, or those that come after one")
    @GetMapping("/api/photos")
    List<Answer> page(@RequestParam Optional<UUID> after, @RequestParam(defaultValue = "50") int most) {
        return photos.page(after.map(photos::require), Math.clamp(most, 1, MOST)).stream()
                .map(this::answer)
                .toList();
    }

    @Operation(summary = "A photo, with what was found in it")
    @GetMapping("/api/photos/{id}")
    Answer get(@PathVariable UUID id) {
        return answer(photos.require(id));
    }

    @Operation(summary = "Delete a photo and all that was made of it, also its file")
    @DeleteMapping("/api/photos/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        queue.delete(id);
    }

    private Answer answer(StoredPhoto photo) {
        Optional<StoredRestoration> newest = restorations.newest(photo.id());
        return new Answer(
                photo.id(),
                photo.added(),
                photo.name(),
                photo.sha256(),
                photo.bytes(),
                photo.size().width(),
                photo.size().height(),
                photo.diagnosis(),
                newest.map(StoredRestoration::id),
                newest.map(StoredRestoration::state));
    }
}
