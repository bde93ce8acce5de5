package dev.tintype.web.retouch;

import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.read.PhotoReader;
import dev.tintype.web.store.DataFolder;
import dev.tintype.web.store.NotThereException;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Patches as files: TIFF in the depth of the scan, opaque where a pixel was made, clear elsewhere.
@Component
final class PatchFiles {
    /// Pixels around what was made that are shown with it.
    static final int FRAME = 32;

    private static final int SPARE = 64; // patches that are kept though nothing shows them now

    private final DataFolder folder;

    PatchFiles(DataFolder folder) {
        this.folder = folder;
    }

    boolean has(UUID photo, Patch patch) {
        return Files.exists(file(photo, patch));
    }

    /// Keeps what was made of a piece.
    ///
    /// @param mask of its edit
    /// @param metadata of the scan
    void write(UUID photo, Piece piece, MaskPart mask, Samples made, Metadata metadata) {
        Samples opaque = new Samples(made.size(), 1, made.depth());
        for (int row = 0; row < made.size().height(); row++) {
            for (int column = 0; column < made.size().width(); column++) {
                boolean lost = mask.at(piece.core().row() + row, piece.core().column() + column) > 0;
                opaque.put(0, row, column, lost ? made.depth().white() : 0);
            }
        }
        Path file = file(photo, piece.patch());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PhotoWriter.write(new Scan(made, Optional.of(opaque), Metadata.NONE.withIcc(metadata.icc())), file, true);
    }

    /// Puts a patch in its place; all other samples stay as they are.
    void put(UUID photo, Patch patch, Samples samples) {
        Scan made = PhotoReader.read(file(photo, patch));
        for (int row = 0; row < patch.height(); row++) {
            for (int column = 0; column < patch.width(); column++) {
                if (made.alpha().isEmpty() || made.alpha().get().raw(0, row, column) > 0) {
                    for (int c = 0; c < samples.channels(); c++) {
                        samples.put(
                                c,
                                patch.row() + row,
                                patch.column() + column,
                                made.samples().raw(c, row, column));
                    }
                }
            }
        }
    }

    /// A patch to look at, as PNG in 8 bits, with a frame of what is around it. Without one, whoever looks from afar
    /// would
    /// still see a little of what is below it.
    ///
    /// @throws NotThereException where it is not there any more
    Path picture(UUID photo, Patch patch) {
        Path file = file(photo, patch);
        if (!Files.exists(file)) {
            throw new NotThereException("that patch is not there");
        }
        Path picture = folder.patches(photo).resolve(patch.key() + ".png");
        if (!Files.exists(picture)) {
            Scan made = PhotoReader.read(file);
            PhotoWriter.write(
                    new Scan(shown(made.samples()), made.alpha().map(PatchFiles::widened), made.metadata()),
                    picture,
                    true);
        }
        return picture;
    }

    private static Samples shown(Samples samples) {
        Samples shown = new Samples(samples.size(), samples.channels(), Depth.BITS_8);
        shown.put(0, 0, samples.photo());
        return shown;
    }

    /// Opaque wherever anything is within the frame, across or down.
    private static Samples widened(Samples opaque) {
        int width = opaque.size().width();
        int height = opaque.size().height();
        boolean[] seen = new boolean[opaque.size().area()];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = opaque.raw(0, i / width, i % width) > 0;
        }
        for (int row = 0; row < height; row++) {
            widen(seen, row * width, 1, width);
        }
        for (int column = 0; column < width; column++) {
            widen(seen, column, width, height);
        }
        Samples wider = new Samples(opaque.size(), 1, Depth.BITS_8);
        for (int i = 0; i < seen.length; i++) {
            wider.put(0, i / width, i % width, seen[i] ? Depth.BITS_8.white() : 0);
        }
        return wider;
    }

    /// One line of what is seen.
    ///
    /// @param step to the next of its pixels
    private static void widen(boolean[] seen, int first, int step, int length) {
        boolean[] line = new boolean[length];
        for (int i = 0; i < length; i++) {
            line[i] = seen[first + i * step];
        }
        int last = -FRAME - 1; // the last one that is seen
        int next = 0; // how far was looked ahead
        for (int i = 0; i < length; i++) {
            for (; next < length && next <= i + FRAME; next++) {
                last = line[next] ? next : last;
            }
            seen[first + i * step] = last >= i - FRAME;
        }
    }

    /// Deletes patches that nothing shows, but for a few that may come again.
    void keepOnly(UUID photo, List<Patch> patches) {
        Set<String> keys = new HashSet<>(patches.stream().map(Patch::key).toList());
        if (!Files.isDirectory(folder.patches(photo))) {
            return;
        }
        try (Stream<Path> files = Files.list(folder.patches(photo))) {
            files.filter(file -> file.toString().endsWith(".tif"))
                    .filter(file -> !keys.contains(key(file)))
                    .sorted(Comparator.comparingLong(
                                    (Path file) -> file.toFile().lastModified())
                            .reversed())
                    .skip(SPARE)
                    .forEach(file -> {
                        folder.delete(file);
                        folder.delete(folder.patches(photo).resolve(key(file) + ".png"));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Deletes all that was done to a photo.
    void forget(UUID photo) {
        folder.delete(folder.retouched(photo));
    }

    private static String key(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[a-z]+$", "");
    }

    private Path file(UUID photo, Patch patch) {
        return folder.patches(photo).resolve(patch.key() + ".tif");
    }
}
