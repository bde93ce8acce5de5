package dev.tintype.read;

import dev.tintype.format.ByteSource;
import dev.tintype.format.Directory;
import dev.tintype.format.DirectoryReader;
import dev.tintype.format.Tag;
import java.io.EOFException;
import java.io.IOException;

/// The first directory of a TIFF file, and whether all of its picture is there.
final class TiffBlocks {
    private static final int COLOUR_FILTER = 32803;
    private static final int LINEAR_RAW = 34892;

    private TiffBlocks() {}

    static void read(ByteSource source, Blocks blocks) throws IOException {
        Directory directory = directory(source);
        requireDeveloped(directory);
        requireWhole(directory, Tag.STRIP_OFFSETS, Tag.STRIP_BYTE_COUNTS, source.length());
        requireWhole(directory, Tag.TILE_OFFSETS, Tag.TILE_BYTE_COUNTS, source.length());
        blocks.directory(directory);
        if (directory.number(Tag.EXTRA_SAMPLES).orElse(0.0) == 1) {
            blocks.multiplied();
        }
    }

    private static Directory directory(ByteSource source) throws IOException {
        try {
            return DirectoryReader.read(source);
        } catch (EOFException end) {
            throw Unreadable.cutOff(); // most programs write the directory last
        }
    }

    /// Raw files of cameras are TIFF files whose first picture is a stamp-sized preview.
    private static void requireDeveloped(Directory directory) throws Unreadable {
        double photometric = directory.number(Tag.PHOTOMETRIC).orElse(0.0);
        boolean preview = directory.number(Tag.NEW_SUBFILE_TYPE).orElse(0.0) % 2 == 1
                && directory.field(Tag.SUB_DIRECTORIES).isPresent();
        boolean dng = directory.field(Tag.DNG_VERSION).isPresent();
        if (preview || dng || photometric == COLOUR_FILTER || photometric == LINEAR_RAW) {
            throw new Unreadable("it is a raw file of a camera", "develop it to a TIFF first");
        }
    }

    /// The TIFF decoder fills what is missing with black; we want none of that.
    private static void requireWhole(Directory directory, int offsets, int counts, long length) throws Unreadable {
        long[] starts = directory.field(offsets).map(field -> field.numbers()).orElse(new long[0]);
        long[] lengths = directory.field(counts).map(field -> field.numbers()).orElse(new long[0]);
        for (int i = 0; i < Math.min(starts.length, lengths.length); i++) {
            if (starts[i] < 0 || lengths[i] < 0 || starts[i] > length - lengths[i]) {
                throw Unreadable.cutOff();
            }
        }
    }
}
