package dev.tintype.web.retouch;

import dev.tintype.photo.Metadata;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import dev.tintype.web.restoration.Marks;
import dev.tintype.web.restoration.MemoryBudget;
import dev.tintype.web.restoration.MemoryBudget.Need;
import dev.tintype.web.restoration.Takeaway;
import dev.tintype.web.store.DataFolder;
import dev.tintype.web.store.NotThereException;
import dev.tintype.web.store.Photos;
import dev.tintype.web.store.StoredPhoto;
import dev.tintype.web.view.Overlay;
import dev.tintype.web.view.Pyramid;
import dev.tintype.web.view.Tiles;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// The mask of a photo as a picture, in and out.
@RestController
@RequestMapping("/api/photos/{id}/mask")
final class MaskApi {
    private final Photos photos;
    private final Steps steps;
    private final MaskBoard masks;
    private final Marks marks;
    private final Tiles tiles;
    private final Takeaway takeaway;
    private final MemoryBudget memory;
    private final DataFolder folder;

    MaskApi(
            Photos photos,
            Steps steps,
            MaskBoard masks,
            Marks marks,
            Tiles tiles,
            Takeaway takeaway,
            MemoryBudget memory,
            DataFolder folder) {
        this.photos = photos;
        this.steps = steps;
        this.masks = masks;
        this.marks = marks;
        this.tiles = tiles;
        this.takeaway = takeaway;
        this.memory = memory;
        this.folder = folder;
    }

    /// Changes whenever the mask does.
    static String version(List<StoredStep> mask) {
        String all =
                String.join(" ", mask.stream().map(step -> step.id().toString()).toList());
        return mask.isEmpty()
                ? ""
                : UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.US_ASCII))
                        .toString();
    }

    @Operation(
            summary = "The mask that waits for a heal, as PNG in 8 bits of the photo's size: white is lost",
            description = "429 where no memory is free for it.")
    @GetMapping
    ResponseEntity<StreamingResponseBody> get(@PathVariable UUID id) throws IOException, InterruptedException {
        StoredPhoto photo = photos.require(id);
        Takeaway.Picture mask = new Takeaway.Picture(Need.MASK, photo.size(), ".png", () -> scan(masks.painted(photo)));
        return takeaway.answer(mask, photo.stem() + "-mask.png", MediaType.IMAGE_PNG);
    }

    @Operation(
            summary = "Put a mask from a file in the place of the painted one",
            description = "A picture of the photo's size; its brightness counts. 422 where it is none, 429 where no"
                    + " memory is free for it.")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void load(@PathVariable UUID id, @RequestParam MultipartFile file) throws IOException, InterruptedException {
        StoredPhoto photo = photos.require(id);
        Path passing = folder.passing(".mask");
        UUID step = UUID.randomUUID();
        try (InputStream content = file.getInputStream();
                MemoryBudget.Share _ = memory.take(Need.PAIR, photo.size(), MemoryBudget.WISH)) {
            Files.copy(content, passing);
            masks.keep(photo, step, MaskBoard.read(passing, photo.size()));
            masks.add(photo, step, new Edit.Load(false));
        } finally {
            Files.deleteIfExists(passing);
        }
    }

    @Operation(
            summary = "Put what was found of scratches, dust and holes in the place of the painted mask",
            description = "429 where no memory is free for it.")
    @PostMapping("/found")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void found(@PathVariable UUID id) throws InterruptedException {
        StoredPhoto photo = photos.require(id);
        UUID step = UUID.randomUUID();
        try (MemoryBudget.Share _ = memory.take(marks.need(photo), photo.size(), MemoryBudget.WISH)) {
            masks.keep(photo, step, marks.of(photo));
            masks.add(photo, step, new Edit.Load(true));
        }
    }

    @Operation(summary = "A tile of the mask in red, clear where nothing is lost; levels as those of the photo")
    @GetMapping("/tiles/{level}/{column}_{row}.png")
    ResponseEntity<byte[]> tile(
            @PathVariable UUID id, @PathVariable int level, @PathVariable int column, @PathVariable int row)
            throws IOException, InterruptedException {
        StoredPhoto photo = photos.require(id);
        List<StoredStep> mask = History.of(steps.of(id)).mask();
        int last = Pyramid.last(photo.size());
        if (level < 0 || level > last) {
            throw new NotThereException("there is no tile %d/%d_%d".formatted(level, column, row));
        }
        int scale = 1 << (last - level);
        Size size = new Size(
                Math.ceilDiv(photo.size().width(), scale),
                Math.ceilDiv(photo.size().height(), scale));
        int side = Pyramid.SIDE;
        Region region = Regions.between(row * side, column * side, (row + 1) * side, (column + 1) * side, size)
                .filter(part -> part.row() == row * side && part.column() == column * side)
                .orElseThrow(() -> new NotThereException("there is no tile %d/%d_%d".formatted(level, column, row)));
        Samples loaded = loaded(photo, mask, new Tiles.Place(level, column, row), region.size());
        Samples tile = MaskPainting.of(mask, region, scale, _ -> loaded);
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(Overlay.png(tile));
    }

    /// A tile of what the mask begins with: a mask that was loaded, or nothing.
    private Samples loaded(StoredPhoto photo, List<StoredStep> mask, Tiles.Place tile, Size size)
            throws IOException, InterruptedException {
        Optional<StoredStep> load =
                mask.stream().filter(step -> step.edit() instanceof Edit.Load).findFirst();
        if (load.isEmpty()) {
            return new Samples(size, 1, Samples.Depth.BITS_8);
        }
        Path place = folder.loadedMaskTiles(photo.id(), load.get().id());
        Tiles.Source source =
                new Tiles.Source(place, Need.MASK, photo.size(), () -> scan(masks.loaded(photo, load.get())));
        return PhotoReader.read(tiles.tile(source, tile)).samples();
    }

    private static Scan scan(Samples mask) {
        return new Scan(mask, Optional.empty(), Metadata.NONE);
    }
}
