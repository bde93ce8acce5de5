package dev.tintype.web.download;

import dev.tintype.plan.Plan;
import dev.tintype.web.restoration.Takeaway;
import dev.tintype.web.store.Photos;
import dev.tintype.web.store.Restorations;
import dev.tintype.web.store.StoredDiagnosis;
import dev.tintype.web.store.StoredPhoto;
import dev.tintype.web.store.StoredRestoration;
import dev.tintype.web.store.StoredRestoration.Done;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What was found in a photo and done about it, to be kept beside the result.
@RestController
final class ReportApi {
    private final Photos photos;
    private final Restorations restorations;

    ReportApi(Photos photos, Restorations restorations) {
        this.photos = photos;
        this.restorations = restorations;
    }

    /// @param sha256 of the original
    /// @param seconds that the restoration took
    record Report(
            String photo,
            String sha256,
            int width,
            int height,
            Optional<StoredDiagnosis> diagnosis,
            Optional<Plan> plan,
            double strength,
            List<Done> steps,
            double seconds) {}

    @Operation(summary = "What was found, planned and done, as JSON")
    @GetMapping("/api/restorations/{id}/report")
    ResponseEntity<Report> report(@PathVariable UUID id) {
        StoredRestoration restoration = restorations.require(id);
        StoredPhoto photo = photos.require(restoration.photo());
        Report report = new Report(
                photo.name(),
                photo.sha256(),
                photo.size().width(),
                photo.size().height(),
                photo.diagnosis(),
                restoration.plan(),
                restoration.strength(),
                restoration.steps(),
                restoration.seconds());
        return Takeaway.headed(photo.stem() + "-report.json", MediaType.APPLICATION_JSON)
                .body(report);
    }
}
