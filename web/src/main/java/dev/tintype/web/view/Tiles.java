package dev.tintype.web.view;

import dev.tintype.photo.Leftovers;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.web.restoration.MemoryBudget;
import dev.tintype.web.restoration.MemoryBudget.Need;
import dev.tintype.web.restoration.MemoryFullException;
import dev.tintype.web.restoration.Previews;
import dev.tintype.web.store.DataFolder;
import dev.tintype.web.store.NotThereException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// The tiles of photos and restorations: made when one is first asked for, by one of those who ask, as soon as there is
/// memory for it.
@Component
public final class Tiles implements Previews {
    private final DataFolder folder;
    private final MemoryBudget memory;
    private final OnceAtATime<Path> making = new OnceAtATime<>();

    Tiles(DataFolder folder, MemoryBudget memory) {
        this.folder = folder;
        this.memory = memory;
    }

    /// Where a tile lies in its pyramid.
    public record Place(int level, int column, int row) {
        private Path in(Path tiles) {
            return tiles.resolve(Integer.toString(level)).resolve("%d_%d.jpg".formatted(column, row));
        }

        @Override
        public String toString() {
            return "%d/%d_%d".formatted(level, column, row);
        }
    }

    /// What tiles are made of.
    ///
    /// @param tiles the folder of the tiles
    /// @param need what it takes to read the scan and cut it
    /// @param scan reads it
    public record Source(Path tiles, Need need, Size size, Supplier<Scan> scan) {}

    /// The folder of the tiles of a photo or a restoration.
    static Path folder(DataFolder folder, UUID id) {
        return folder.derived(id).resolve("tiles");
    }

    /// The file of a tile.
    ///
    /// @throws NotThereException where the pyramid has no such tile
    /// @throws MemoryFullException where it has to be made and there is no room to do it
    public Path tile(Source source, Place place) throws IOException, InterruptedException {
        Path tile = place.in(source.tiles());
        if (!Files.exists(tile) && !isWhole(source.tiles())) {
            boolean small = place.level() == 0;
            making.run(source.tiles().resolve(small ? "small" : "whole"), () -> make(source, small));
        }
        if (!Files.exists(tile)) {
            throw new NotThereException("there is no tile " + place);
        }
        return tile;
    }

    private void make(Source source, boolean small) throws IOException, InterruptedException {
        try (MemoryBudget.Share _ = memory.take(source.need(), source.size(), MemoryBudget.GLANCE)) {
            if (!isThere(source.tiles(), small)) { // by now
                write(source.scan().get(), source.tiles(), small);
            }
        }
    }

    @Override
    public void of(UUID id, Scan scan) {
        Path tiles = folder(folder, id);
        boolean small = !Leftovers.isHuge(scan.samples().size());
        if (!isThere(tiles, small)) {
            try {
                write(scan, tiles, small);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// May be done twice at the same time, with the same end.
    private static void write(Scan scan, Path tiles, boolean small) throws IOException {
        if (small) {
            Pyramid.writeSmall(scan, tiles);
        } else {
            Pyramid.write(scan, tiles);
            Files.write(tiles.resolve("whole"), new byte[0]);
        }
    }

    private static boolean isThere(Path tiles, boolean small) {
        return isWhole(tiles) || (small && Files.exists(new Place(0, 0, 0).in(tiles)));
    }

    /// Whether all tiles are there.
    private static boolean isWhole(Path tiles) {
        return Files.exists(tiles.resolve("whole"));
    }
}
