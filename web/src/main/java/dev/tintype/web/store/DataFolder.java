package dev.tintype.web.store;

import dev.tintype.web.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Where files lie. Their names are made of digests and identifiers alone: nothing that a client sends is part of a
/// path.
@Component
public final class DataFolder {
    private final Path root;

    public DataFolder(Settings settings) {
        root = settings.data().toAbsolutePath();
        try {
            for (String folder :
                    List.of("uploads", "originals", "references", "restored", "retouched", "derived", "halfway")) {
                Files.createDirectories(root.resolve(folder));
            }
            clear(uploads());
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder %s cannot be used".formatted(root), e);
        }
    }

    public Path root() {
        return root;
    }

    /// A new name for a file that is soon gone.
    ///
    /// @param ending with its dot
    public Path passing(String ending) {
        return uploads().resolve(UUID.randomUUID() + ending);
    }

    /// The file of an original, which is never changed.
    public Path original(String sha256) {
        return root.resolve("originals").resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /// What a photo should look like, where somebody has said it.
    public Path reference(UUID photo) {
        return root.resolve("references").resolve(photo.toString());
    }

    /// The fully restored photo, as TIFF.
    public Path restored(UUID restoration) {
        return root.resolve("restored").resolve(restoration + ".tif");
    }

    /// What was taken for lost, as PNG.
    public Path mask(UUID restoration) {
        return root.resolve("restored").resolve(restoration + "-mask.png");
    }

    /// What somebody says is lost for a restoration that is to take that for granted, as PNG.
    public Path givenMask(UUID restoration) {
        return root.resolve("restored").resolve(restoration + "-given.png");
    }

    /// The folder of what was done to a photo by hand.
    public Path retouched(UUID photo) {
        return retouched().resolve(photo.toString());
    }

    /// The folder of tiles of a mask that a step loads.
    public Path loadedMaskTiles(UUID photo, UUID step) {
        return retouched(photo).resolve(step + "-tiles");
    }

    /// The folder of pixels that steps made.
    public Path patches(UUID photo) {
        return retouched(photo).resolve("patches");
    }

    /// A mask that a step loads, as PNG.
    public Path loadedMask(UUID photo, UUID step) {
        return retouched(photo).resolve(step + ".png");
    }

    /// The folder of what can be made again of a photo or a restoration: tiles, small pictures.
    public Path derived(UUID id) {
        return derived().resolve(id.toString());
    }

    /// The folder of what restorations of a photo came to on their way.
    public Path halfway(UUID photo) {
        return halfway().resolve(photo.toString());
    }

    /// The folder of all of these folders.
    public Path halfway() {
        return root.resolve("halfway");
    }

    /// A picture that was drawn of the diagnosis of a photo, as PNG.
    ///
    /// @param name one that we gave, never one that a client sends
    public Path diagnosis(UUID photo, String name) {
        return derived(photo).resolve("diagnosis").resolve(name + ".png");
    }

    /// Deletes a file or a folder with all that is in it; one that is not there is fine.
    public void delete(Path path) {
        try {
            if (Files.isDirectory(path)) {
                clear(path);
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be deleted".formatted(path), e);
        }
    }

    private Path uploads() {
        return root.resolve("uploads");
    }

    private Path retouched() {
        return root.resolve("retouched");
    }

    private Path derived() {
        return root.resolve("derived");
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.isDirectory(file)) {
                    clear(file);
                }
                Files.deleteIfExists(file);
            }
        }
    }
}
