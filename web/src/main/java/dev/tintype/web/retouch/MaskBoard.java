package dev.tintype.web.retouch;

import dev.tintype.photo.Metadata;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.photo.UnreadablePhotoException;
import dev.tintype.read.PhotoReader;
import dev.tintype.web.restoration.HandMask;
import dev.tintype.web.store.DataFolder;
import dev.tintype.web.store.StoredPhoto;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The masks of photos at full size, painted when they are asked for.
@Component
class MaskBoard implements HandMask {
    private final Steps steps;
    private final DataFolder folder;

    MaskBoard(Steps steps, DataFolder folder) {
        this.steps = steps;
        this.folder = folder;
    }

    @Override
    public Samples of(StoredPhoto photo) {
        Samples mask = painted(photo);
        for (int row = 0; row < mask.size().height(); row++) {
            for (int column = 0; column < mask.size().width(); column++) {
                boolean lost = mask.raw(0, row, column) > Depth.BITS_8.white() / 2;
                mask.put(0, row, column, lost ? Depth.BITS_8.white() : 0);
            }
        }
        return mask;
    }

    /// The mask that waits for a heal.
    Samples painted(StoredPhoto photo) {
        History history = History.of(steps.of(photo.id()));
        return painted(photo, history.mask(), new Region(0, 0, photo.size()));
    }

    /// What steps paint, as far as it goes; nothing where they paint nothing.
    Optional<MaskPart> part(StoredPhoto photo, List<StoredStep> mask) {
        return MaskPainting.reach(mask, photo.size()).map(region -> new MaskPart(region, painted(photo, mask, region)));
    }

    /// What a step has loaded.
    Samples loaded(StoredPhoto photo, StoredStep step) {
        return PhotoReader.read(folder.loadedMask(photo.id(), step.id())).samples();
    }

    /// Adds a step; masks of those that can not come again are deleted.
    void add(StoredPhoto photo, UUID step, Edit edit) {
        for (UUID gone : steps.add(photo.id(), step, edit)) {
            folder.delete(folder.loadedMask(photo.id(), gone));
            folder.delete(folder.loadedMaskTiles(photo.id(), gone));
        }
    }

    /// Keeps a mask that a step loads.
    void keep(StoredPhoto photo, UUID step, Samples mask) {
        Path file = folder.loadedMask(photo.id(), step);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PhotoWriter.write(new Scan(mask, Optional.empty(), Metadata.NONE), file, true);
    }

    /// Reads a mask from a file that somebody sent: its brightness in 8 bits.
    ///
    /// @throws UnreadablePhotoException where it is no picture of the photo's size
    static Samples read(Path file, Size photo) {
        Size size = PhotoReader.size(file, Long.MAX_VALUE);
        if (!size.equals(photo)) {
            throw new UnreadablePhotoException("the mask is %d x %d pixels, the photo %d x %d; they must agree"
                    .formatted(size.width(), size.height(), photo.width(), photo.height()));
        }
        Samples picture = PhotoReader.read(file).samples();
        Samples mask = new Samples(photo, 1, Depth.BITS_8);
        float scale = Depth.BITS_8.white() / picture.depth().white() / picture.channels();
        for (int row = 0; row < photo.height(); row++) {
            for (int column = 0; column < photo.width(); column++) {
                float sum = 0;
                for (int c = 0; c < picture.channels(); c++) {
                    sum += picture.raw(c, row, column);
                }
                mask.put(0, row, column, Math.clamp(Math.round(sum * scale), 0, 255));
            }
        }
        return mask;
    }

    private Samples painted(StoredPhoto photo, List<StoredStep> mask, Region region) {
        return MaskPainting.of(mask, region, 1, step -> cut(loaded(photo, step), region));
    }

    static Samples cut(Samples mask, Region region) {
        Samples part = new Samples(region.size(), 1, Depth.BITS_8);
        for (int row = 0; row < region.size().height(); row++) {
            for (int column = 0; column < region.size().width(); column++) {
                part.put(0, row, column, mask.raw(0, region.row() + row, region.column() + column));
            }
        }
        return part;
    }
}
