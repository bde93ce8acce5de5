package dev.tintype.web.upload;

import dev.tintype.plan.Preset;
import dev.tintype.web.store.StoredPhoto;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Photos come in here, one at a time.
@RestController
final class UploadApi {
    private final Intake intake;

    UploadApi(Intake intake) {
        this.intake = intake;
    }

    /// What a client is told of its photo.
    ///
    /// @param known whether the album had the same file before; then it is not restored again
    record Answer(UUID id, String name, int width, int height, boolean known) {}

    @Operation(
            summary = "Add a photo to the album and restore it",
            description = "201 where it is new, 200 where the album has the same file, 422 where it is no photo that"
                    + " can be read, 429 where too many wait.")
    @PostMapping(path = "/api/photos", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Answer> add(@RequestParam MultipartFile file, @RequestParam(defaultValue = "family") String preset)
            throws IOException {
        Intake.Taken taken;
        try (InputStream content = file.getInputStream()) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "photo");
            taken = intake.take(content, name, Preset.valueOf(preset.toUpperCase(Locale.ROOT)));
        }
        StoredPhoto photo = taken.photo();
        Answer answer = new Answer(
                photo.id(), photo.name(), photo.size().width(), photo.size().height(), taken.known());
        URI place = URI.create("/api/photos/" + photo.id());
        return taken.known()
                ? ResponseEntity.ok().location(place).body(answer)
                : ResponseEntity.created(place).body(answer);
    }
}
