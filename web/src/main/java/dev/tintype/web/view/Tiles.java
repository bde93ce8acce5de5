package dev.tintype.web.view;

import dev.tintype.photo.Scan;
import dev.tintype.web.store.DataFolder;
import dev.tintype.web.store.NotThereException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// The tiles of photos and restorations: made when one is first asked for, one pyramid at a time.
@Component
public final class Tiles {
    private final DataFolder folder;

    Tiles(DataFolder folder) {
        this.folder = folder;
    }

    /// The file of a tile.
    ///
    /// @param id of the photo or the restoration
    /// @param scan reads it
    /// @throws NotThereException where the pyramid has no such tile
    Path tile(UUID id, int level, int column, int row, Supplier<Scan> scan) throws IOException {
        return tile(folder.derived(id).resolve("tiles"), level, column, row, scan);
    }

    /// The file of a tile of anything that has a folder for its tiles.
    ///
    /// @param scan reads it
    /// @throws NotThereException where the pyramid has no such tile
    public Path tile(Path tiles, int level, int column, int row, Supplier<Scan> scan) throws IOException {
        Path tile = tiles.resolve(Integer.toString(level)).resolve("%d_%d.jpg".formatted(column, row));
        if (!Files.exists(tile)) {
            make(tiles, level, scan);
        }
        if (!Files.exists(tile)) {
            throw new NotThereException("there is no tile %d/%d_%d".formatted(level, column, row));
        }
        return tile;
    }

    private synchronized void make(Path tiles, int level, Supplier<Scan> scan) throws IOException {
        Path whole = tiles.resolve("whole"); // says that all are there
        if (Files.exists(whole) || (level == 0 && Files.exists(tiles.resolve("0/0_0.jpg")))) {
            return;
        }
        Files.createDirectories(tiles);
        if (level == 0) {
            Pyramid.writeSmall(scan.get(), tiles);
        } else {
            Pyramid.write(scan.get(), tiles);
            Files.createFile(whole);
        }
    }
}
