package dev.tintype.web.view;

import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import dev.tintype.web.restoration.MemoryBudget.Need;
import dev.tintype.web.restoration.Results;
import dev.tintype.web.store.DataFolder;
import dev.tintype.web.store.NotThereException;
import dev.tintype.web.store.Photos;
import dev.tintype.web.store.Restorations;
import dev.tintype.web.store.StoredFace;
import dev.tintype.web.store.StoredPhoto;
import dev.tintype.web.store.StoredRestoration;
import dev.tintype.web.view.Tiles.Place;
import dev.tintype.web.view.Tiles.Source;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Pictures to look at.
@RestController
final class TileApi {
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final Photos photos;
    private final Restorations restorations;
    private final Results results;
    private final Tiles tiles;
    private final DataFolder folder;

    TileApi(Photos photos, Restorations restorations, Results results, Tiles tiles, DataFolder folder) {
        this.photos = photos;
        this.restorations = restorations;
        this.results = results;
        this.tiles = tiles;
        this.folder = folder;
    }

    @Operation(
            summary = "A tile of a photo: level 0 is all of it in at most 512 x 512 pixels, the last level full size",
            description = "429 where it has to be made and no memory is free for it.")
    @GetMapping("/api/photos/{id}/tiles/{level}/{column}_{row}.jpg")
    ResponseEntity<Resource> original(
            @PathVariable UUID id, @PathVariable int level, @PathVariable int column, @PathVariable int row)
            throws IOException, InterruptedException {
        StoredPhoto photo = photos.require(id);
        Source source = new Source(Tiles.folder(folder, id), Need.LOOK, photo.size(), () -> results.original(photo));
        return picture(tiles.tile(source, new Place(level, column, row)), MediaType.IMAGE_JPEG);
    }

    @Operation(summary = "A tile of a restored photo, at full strength", description = "429 as for those of a photo.")
    @GetMapping("/api/restorations/{id}/tiles/{level}/{column}_{row}.jpg")
    ResponseEntity<Resource> restored(
            @PathVariable UUID id, @PathVariable int level, @PathVariable int column, @PathVariable int row)
            throws IOException, InterruptedException {
        StoredRestoration restoration = restorations.require(id);
        Size size = photos.require(restoration.photo()).size();
        Source source = new Source(Tiles.folder(folder, id), Need.LOOK, size, () -> results.full(restoration));
        return picture(tiles.tile(source, new Place(level, column, row)), MediaType.IMAGE_JPEG);
    }

    @Operation(
            summary = "A tile of what a restoration changed, in red, clear where it changed nothing",
            description = "429 as for those of a photo.")
    @GetMapping("/api/restorations/{id}/changes/{level}/{column}_{row}.png")
    ResponseEntity<byte[]> changes(
            @PathVariable UUID id, @PathVariable int level, @PathVariable int column, @PathVariable int row)
            throws IOException, InterruptedException {
        StoredRestoration restoration = restorations.require(id);
        StoredPhoto photo = photos.require(restoration.photo());
        Source source = new Source(
                folder.derived(id).resolve("changes"),
                Need.PAIR,
                photo.size(),
                () -> Changes.of(results.original(photo), results.full(restoration)));
        Path tile = tiles.tile(source, new Place(level, column, row));
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .contentType(MediaType.IMAGE_PNG)
                .body(Overlay.png(PhotoReader.read(tile).samples()));
    }

    @Operation(summary = "Faces that were found in a photo, from left to right")
    @GetMapping("/api/photos/{id}/faces")
    List<StoredFace> faces(@PathVariable UUID id) {
        photos.require(id);
        return photos.faces(id).orElse(List.of());
    }

    @Operation(summary = "What a diagnosis rests on: spectrum, histogram, psf or marks")
    @GetMapping("/api/photos/{id}/diagnosis/{name}.png")
    ResponseEntity<Resource> diagnosis(@PathVariable UUID id, @PathVariable String name) {
        String known = photos.require(id).diagnosis().stream()
                .flatMap(diagnosis -> diagnosis.pictures().stream())
                .filter(name::equals)
                .findFirst()
                .orElseThrow(() -> new NotThereException("photo %s has no such picture".formatted(id)));
        return picture(folder.diagnosis(id, known), MediaType.IMAGE_PNG);
    }

    @Operation(summary = "What was taken for lost, white on black")
    @GetMapping("/api/restorations/{id}/mask.png")
    ResponseEntity<Resource> mask(@PathVariable UUID id) {
        return picture(folder.mask(restorations.require(id).id()), MediaType.IMAGE_PNG);
    }

    private static ResponseEntity<Resource> picture(Path file, MediaType type) {
        FileSystemResource resource = new FileSystemResource(file);
        if (!resource.exists()) {
            throw new NotThereException("that picture is not there");
        }
        return ResponseEntity.ok().cacheControl(FOR_EVER).contentType(type).body(resource);
    }
}
