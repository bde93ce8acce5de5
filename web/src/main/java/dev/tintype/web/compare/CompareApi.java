package dev.tintype.web.compare;

import dev.tintype.web.compare.References.Score;
import dev.tintype.web.restoration.Methods;
import dev.tintype.web.restoration.Queue;
import dev.tintype.web.store.Photos;
import dev.tintype.web.store.Restorations;
import dev.tintype.web.store.State;
import dev.tintype.web.store.StoredRestoration;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Methods side by side, for programs.
@RestController
final class CompareApi {
    private final Photos photos;
    private final Restorations restorations;
    private final Methods methods;
    private final Queue queue;
    private final References references;

    CompareApi(Photos photos, Restorations restorations, Methods methods, Queue queue, References references) {
        this.photos = photos;
        this.restorations = restorations;
        this.methods = methods;
        this.queue = queue;
        this.references = references;
    }

    /// Which methods are to be tried.
    record Wish(List<String> methods) {}

    /// A method, and what it has made of a photo.
    record Answer(String method, Optional<UUID> restoration, Optional<State> state) {}

    @Operation(summary = "What can be compared, and what has been made of a photo")
    @GetMapping("/api/photos/{id}/methods")
    List<Answer> all(@PathVariable UUID id) {
        photos.require(id);
        Map<String, StoredRestoration> made = restorations.byMethod(id);
        return methods.names().stream()
                .map(name -> answer(name, Optional.ofNullable(made.get(name))))
                .toList();
    }

    @Operation(
            summary = "Restore a photo by some methods",
            description = "Those that have been tried are not tried again, unless they failed or were cancelled.")
    @PostMapping("/api/photos/{id}/methods")
    @ResponseStatus(HttpStatus.ACCEPTED)
    List<Answer> run(@PathVariable UUID id, @RequestBody Wish wish) {
        photos.require(id);
        List<String> known = methods.names();
        for (String name : wish.methods()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "there is no method '%s'; there are %s".formatted(name, String.join(", ", known)));
            }
        }
        return wish.methods().stream()
                .map(name -> answer(name, Optional.of(queue.compare(id, name))))
                .toList();
    }

    private static Answer answer(String method, Optional<StoredRestoration> made) {
        return new Answer(method, made.map(StoredRestoration::id), made.map(StoredRestoration::state));
    }

    @Operation(summary = "Say what a photo should look like: a file of the same size")
    @PostMapping(path = "/api/photos/{id}/reference", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reference(@PathVariable UUID id, @RequestParam MultipartFile file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            references.put(id, content);
        }
    }

    @Operation(summary = "Take the reference of a photo away")
    @DeleteMapping("/api/photos/{id}/reference")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable UUID id) {
        photos.require(id);
        references.forget(id);
    }

    @Operation(
            summary = "How near a photo comes to its reference: PSNR in decibels, and SSIM",
            description = "429 where no memory is free for it.")
    @GetMapping("/api/photos/{id}/score")
    Score ofPhoto(@PathVariable UUID id) throws IOException, InterruptedException {
        return references.ofPhoto(id);
    }

    @Operation(
            summary = "How near a restoration, at full strength, comes to the reference of its photo",
            description = "429 where no memory is free for it.")
    @GetMapping("/api/restorations/{id}/score")
    Score ofRestoration(@PathVariable UUID id) throws IOException, InterruptedException {
        return references.ofRestoration(id);
    }
}
