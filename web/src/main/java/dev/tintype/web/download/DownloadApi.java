package dev.tintype.web.download;

import dev.tintype.photo.Scan;
import dev.tintype.web.restoration.Results;
import dev.tintype.web.retouch.Retoucher;
import dev.tintype.web.store.DataFolder;
import dev.tintype.web.store.Photos;
import dev.tintype.web.store.Restorations;
import dev.tintype.web.store.State;
import dev.tintype.web.store.StoredPhoto;
import dev.tintype.web.store.StoredRestoration;
import dev.tintype.write.PhotoWriter;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// Files to take away.
@RestController
final class DownloadApi {
    private final Photos photos;
    private final Restorations restorations;
    private final Results results;
    private final Retoucher retoucher;
    private final DataFolder folder;

    DownloadApi(Photos photos, Restorations restorations, Results results, Retoucher retoucher, DataFolder folder) {
        this.photos = photos;
        this.restorations = restorations;
        this.results = results;
        this.retoucher = retoucher;
        this.folder = folder;
    }

    /// What a photo can be written as.
    enum Format {
        PNG("image/png"),
        JPG("image/jpeg"),
        TIF("image/tiff");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        /// With its dot.
        String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }

        /// That of the photo itself where it can be written, PNG otherwise.
        static Format of(StoredPhoto photo) {
            return switch (PhotoWriter.extensionFor(
                    Path.of("x" + photo.name().substring(photo.stem().length())))) {
                case "jpg", "jpeg" -> JPG;
                case "tif", "tiff" -> TIF;
                default -> PNG;
            };
        }
    }

    @Operation(summary = "The file as it came, byte for byte")
    @GetMapping("/api/photos/{id}/original")
    ResponseEntity<StreamingResponseBody> original(@PathVariable UUID id) {
        StoredPhoto photo = photos.require(id);
        Path file = folder.original(photo.sha256());
        return attachment(photo.name(), MediaType.APPLICATION_OCTET_STREAM, out -> Files.copy(file, out));
    }

    @Operation(
            summary = "The restored photo at its strength, with the depth and metadata of the original",
            description = "format: png, jpg or tif; that of the original where none is named.")
    @GetMapping("/api/restorations/{id}/photo")
    ResponseEntity<StreamingResponseBody> restored(@PathVariable UUID id, @RequestParam Optional<String> format) {
        StoredRestoration restoration = restorations.require(id);
        StoredPhoto photo = photos.require(restoration.photo());
        Format chosen = format.map(name -> Format.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElseGet(() -> Format.of(photo));
        return file(results.mixed(restoration), photo.stem() + "-restored" + chosen.ending(), chosen);
    }

    @Operation(
            summary = "The photo with all that was done by hand, with the depth and metadata of the original",
            description = "format: png, jpg or tif; that of the original where none is named.")
    @GetMapping("/api/photos/{id}/retouching/photo")
    ResponseEntity<StreamingResponseBody> retouched(@PathVariable UUID id, @RequestParam Optional<String> format) {
        StoredPhoto photo = photos.require(id);
        Format chosen = format.map(name -> Format.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElseGet(() -> Format.of(photo));
        return file(retoucher.retouched(photo), photo.stem() + "-retouched" + chosen.ending(), chosen);
    }

    @Operation(summary = "The photo and its restoration beside each other, as JPEG")
    @GetMapping("/api/restorations/{id}/comparison")
    ResponseEntity<StreamingResponseBody> comparison(@PathVariable UUID id) {
        StoredRestoration restoration = restorations.require(id);
        StoredPhoto photo = photos.require(restoration.photo());
        Scan beside = Comparison.of(results.original(photo), results.mixed(restoration));
        return file(beside, photo.stem() + "-before-after.jpg", Format.JPG);
    }

    @Operation(summary = "Many restored photos in one ZIP file, each in its own format")
    @GetMapping("/api/archive")
    ResponseEntity<StreamingResponseBody> archive(@RequestParam List<UUID> photo) {
        return attachment("tintype.zip", MediaType.parseMediaType("application/zip"), out -> {
            Set<String> taken = new HashSet<>();
            try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                zip.setLevel(Deflater.NO_COMPRESSION); // pictures are compressed already
                for (UUID id : photo) {
                    put(id, zip, taken);
                }
            }
        });
    }

    /// The newest restoration of a photo that is done; a photo without one is left out.
    private void put(UUID id, ZipOutputStream zip, Set<String> taken) throws IOException {
        Optional<StoredRestoration> done = restorations.of(id).stream()
                .filter(restoration -> restoration.state() == State.DONE)
                .findFirst();
        if (done.isEmpty()) {
            return;
        }
        StoredPhoto photo = photos.require(id);
        Format format = Format.of(photo);
        String name = photo.stem() + "-restored";
        for (int i = 2; !taken.add(name); i++) {
            name = photo.stem() + "-restored-" + i;
        }
        zip.putNextEntry(new ZipEntry(name + format.ending()));
        write(results.mixed(done.get()), format, zip);
        zip.closeEntry();
    }

    private ResponseEntity<StreamingResponseBody> file(Scan scan, String name, Format format) {
        return attachment(name, MediaType.parseMediaType(format.type), out -> write(scan, format, out));
    }

    private void write(Scan scan, Format format, OutputStream out) throws IOException {
        Path passing = folder.passing(format.ending());
        try {
            PhotoWriter.write(scan, passing, false);
            Files.copy(passing, out);
        } finally {
            Files.deleteIfExists(passing);
        }
    }

    private static ResponseEntity<StreamingResponseBody> attachment(
            String name, MediaType type, StreamingResponseBody body) {
        String disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .body(body);
    }
}
