package dev.tintype.web.restoration;

import dev.tintype.nn.stage.Blend;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Tiles;
import dev.tintype.photo.Tiles.Tile;
import dev.tintype.read.PhotoReader;
import dev.tintype.web.store.DataFolder;
import dev.tintype.web.store.NotThereException;
import dev.tintype.web.store.Photos;
import dev.tintype.web.store.State;
import dev.tintype.web.store.StoredPhoto;
import dev.tintype.web.store.StoredRestoration;
import org.springframework.stereotype.Component;

/// Photos and what became of them, as scans.
@Component
public final class Results {
    private static final int SIDE = 768;

    private final Photos photos;
    private final DataFolder folder;

    public Results(Photos photos, DataFolder folder) {
        this.photos = photos;
        this.folder = folder;
    }

    /// The photo as it came.
    public Scan original(StoredPhoto photo) {
        return PhotoReader.read(folder.original(photo.sha256()));
    }

    /// The full restoration, whatever its strength.
    ///
    /// @throws NotThereException where it is not done
    public Scan full(StoredRestoration restoration) {
        if (restoration.state() != State.DONE) {
            throw new NotThereException("restoration %s is not done".formatted(restoration.id()));
        }
        return PhotoReader.read(folder.restored(restoration.id()));
    }

    /// The photo mixed with its restoration as the strength says, with the metadata of the photo.
    ///
    /// @throws NotThereException where it is not done
    public Scan mixed(StoredRestoration restoration) {
        Samples mixed = full(restoration).samples();
        Scan original = original(photos.require(restoration.photo()));
        if (restoration.strength() < 1) { // in the very samples of the restoration: a huge scan has no room for others
            Samples before = original.samples();
            for (Tile tile : new Tiles(before.size(), SIDE, 0).all()) {
                mixed.put(
                        tile.core().row(),
                        tile.core().column(),
                        Blend.of(before.photo(tile.core()), mixed.photo(tile.core()), restoration.strength()));
            }
        }
        return original.with(mixed);
    }
}
