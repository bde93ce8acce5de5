package dev.tintype.web.download;

import dev.tintype.photo.Samples;
import dev.tintype.photo.Scan;
import dev.tintype.web.restoration.MemoryBudget.Need;
import dev.tintype.web.restoration.Results;
import dev.tintype.web.restoration.Takeaway;
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
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
    private final Takeaway takeaway;
    private final DataFolder folder;

    DownloadApi(
            Photos photos,
            Restorations restorations,
            Results results,
            Retoucher retoucher,
            Takeaway takeaway,
            DataFolder folder) {
        this.photos = photos;
        this.restorations = restorations;
        this.results = results;
        this.retoucher = retoucher;
        this.takeaway = takeaway;
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
        return Takeaway.headed(photo.name(), MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(photo.bytes())
                .body(out -> Files.copy(file, out));
    }

    @Operation(
            summary = "The restored photo at its strength, with the depth and metadata of the original",
            description = "format: png, jpg or tif; that of the original where none is named. 429 where no memory is"
                    + " free for it.")
    @GetMapping("/api/restorations/{id}/photo")
    ResponseEntity<StreamingResponseBody> restored(@PathVariable UUID id, @RequestParam Optional<String> format)
            throws IOException, InterruptedException {
        StoredRestoration restoration = restorations.require(id);
        StoredPhoto photo = photos.require(restoration.photo());
        return answer(photo, "-restored", chosen(format, photo), () -> results.mixed(restoration));
    }

    @Operation(
            summary = "The photo with all that was done by hand, with the depth and metadata of the original",
            description = "format: png, jpg or tif; that of the original where none is named. 429 where no memory is"
                    + " free for it.")
    @GetMapping("/api/photos/{id}/retouching/photo")
    ResponseEntity<StreamingResponseBody> retouched(@PathVariable UUID id, @RequestParam Optional<String> format)
            throws IOException, InterruptedException {
        StoredPhoto photo = photos.require(id);
        Format chosen = chosen(format, photo);
        retoucher.finish(photo);
        return answer(photo, "-retouched", chosen, () -> retoucher.retouched(photo));
    }

    @Operation(
            summary = "The photo and its restoration beside each other, as JPEG",
            description = "429 where no memory is free for it.")
    @GetMapping("/api/restorations/{id}/comparison")
    ResponseEntity<StreamingResponseBody> comparison(@PathVariable UUID id) throws IOException, InterruptedException {
        StoredRestoration restoration = restorations.require(id);
        StoredPhoto photo = photos.require(restoration.photo());
        return answer(photo, "-before-after", Format.JPG, () -> {
            Samples before = Comparison.small(results.original(photo).samples());
            return Comparison.of(before, results.mixed(restoration));
        });
    }

    @Operation(
            summary = "Many restored photos in one ZIP file, each in its own format",
            description = "Made while it is sent, which may take long.")
    @GetMapping("/api/archive")
    ResponseEntity<StreamingResponseBody> archive(@RequestParam List<UUID> photo) {
        return Takeaway.headed("tintype.zip", MediaType.parseMediaType("application/zip"))
                .body(out -> {
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
        try {
            takeaway.write(picture(photo, format, () -> results.mixed(done.get())), zip);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server stops");
        }
        zip.closeEntry();
    }

    private static Format chosen(Optional<String> name, StoredPhoto photo) {
        return name.map(known -> Format.valueOf(known.toUpperCase(Locale.ROOT))).orElseGet(() -> Format.of(photo));
    }

    private ResponseEntity<StreamingResponseBody> answer(
            StoredPhoto photo, String what, Format format, Supplier<Scan> scan)
            throws IOException, InterruptedException {
        String name = photo.stem() + what + format.ending();
        return takeaway.answer(picture(photo, format, scan), name, MediaType.parseMediaType(format.type));
    }

    private static Takeaway.Picture picture(StoredPhoto photo, Format format, Supplier<Scan> scan) {
        return new Takeaway.Picture(Need.PAIR, photo.size(), format.ending(), scan);
    }
}
