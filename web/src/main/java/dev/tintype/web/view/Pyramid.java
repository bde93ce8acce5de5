package dev.tintype.web.view;

import dev.tintype.photo.Metadata;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A photo in halves of its size, each cut into square tiles, as JPEG files `LEVEL/COLUMN_ROW.jpg`. Level 0 is one
/// tile, the last level is the photo itself.
///
/// Memory: the scan, and a third of it in 8 bits.
public final class Pyramid {
    /// Pixels of a side of a tile.
    public static final int SIDE = 512;

    private Pyramid() {}

    /// How often a photo is halved until it is one tile.
    public static int last(Size size) {
        int levels = 0;
        for (int side = Math.max(size.width(), size.height()); side > SIDE; side = (side + 1) / 2) {
            levels++;
        }
        return levels;
    }

    /// Writes all levels.
    static void write(Scan scan, Path folder) throws IOException {
        Samples level = scan.samples();
        for (int i = last(level.size()); i >= 0; i--) {
            cut(level, scan, folder.resolve(Integer.toString(i)));
            level = i > 0 ? halved(level) : level;
        }
    }

    /// Writes level 0 only.
    static void writeSmall(Scan scan, Path folder) throws IOException {
        Samples level = scan.samples();
        while (Math.max(level.size().width(), level.size().height()) > SIDE) {
            level = halved(level);
        }
        cut(level, scan, folder.resolve("0"));
    }

    /// Means of squares of two by two pixels, in 8 bits.
    public static Samples halved(Samples samples) {
        Size size = samples.size();
        Samples half = new Samples(
                new Size((size.width() + 1) / 2, (size.height() + 1) / 2), samples.channels(), Depth.BITS_8);
        float scale = 255 / samples.depth().white() / 4;
        for (int c = 0; c < samples.channels(); c++) {
            for (int row = 0; row < half.size().height(); row++) {
                int below = Math.min(2 * row + 1, size.height() - 1);
                for (int column = 0; column < half.size().width(); column++) {
                    int right = Math.min(2 * column + 1, size.width() - 1);
                    float sum = samples.raw(c, 2 * row, 2 * column)
                            + samples.raw(c, 2 * row, right)
                            + samples.raw(c, below, 2 * column)
                            + samples.raw(c, below, right);
                    half.put(c, row, column, Math.clamp(sum * scale + 0.5f, 0f, 255f));
                }
            }
        }
        return half;
    }

    private static void cut(Samples level, Scan scan, Path folder) throws IOException {
        Files.createDirectories(folder);
        Metadata profile = Metadata.NONE.withIcc(scan.metadata().icc());
        Size size = level.size();
        for (int row = 0; row * SIDE < size.height(); row++) {
            for (int column = 0; column * SIDE < size.width(); column++) {
                Size part = new Size(
                        Math.min(SIDE, size.width() - column * SIDE), Math.min(SIDE, size.height() - row * SIDE));
                Samples tile = new Samples(part, level.channels(), Depth.BITS_8);
                tile.put(0, 0, level.photo(new Region(row * SIDE, column * SIDE, part)));
                Path file = folder.resolve("%d_%d.jpg".formatted(column, row));
                PhotoWriter.write(new Scan(tile, Optional.empty(), profile), file, true);
            }
        }
    }
}
