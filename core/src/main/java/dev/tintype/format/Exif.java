package dev.tintype.format;

import dev.tintype.photo.Bytes;
import dev.tintype.photo.Size;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// An EXIF block, changed in place: cameras hide offsets in their maker notes, which break if anything moves.
public final class Exif {
    private final Directory directory;
    private final ByteBuffer block;

    private Exif(Directory directory, ByteBuffer block) {
        this.directory = directory;
        this.block = block;
    }

    /// The block as a directory; none if it is broken.
    public static Optional<Directory> directory(Bytes block) {
        return parsed(block).map(exif -> exif.directory);
    }

    /// The orientation that the block asks for, 1 (upright) to 8; 1 if it does not say.
    public static int orientation(Directory directory) {
        double orientation = directory.number(Tag.ORIENTATION).orElse(1.0);
        return orientation >= 1 && orientation <= 8 ? (int) orientation : 1;
    }

    /// The block for a photo that has been turned upright: orientation 1, and no preview, which would show the photo as
    /// it was.
    public static Bytes upright(Bytes block) {
        return parsed(block).map(Exif::uprighted).orElse(block);
    }

    /// The block for a photo of this size and resolution; what the block does not mention is not added.
    ///
    /// @param dpi pixels per inch; 0 leaves the resolution alone
    public static Bytes resized(Bytes block, Size size, double dpi) {
        return parsed(block).map(exif -> exif.withSize(size, dpi)).orElse(block);
    }

    private static Optional<Exif> parsed(Bytes block) {
        try {
            ByteSource source = ByteSource.of(block);
            ByteBuffer copy = ByteBuffer.wrap(block.toArray()).order(DirectoryReader.order(source));
            return Optional.of(new Exif(DirectoryReader.read(source), copy));
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private Bytes uprighted() {
        put(directory, Tag.ORIENTATION, 1);
        int first = block.getInt(4);
        int next = first + 2 + 12 * (block.getShort(first) & 0xFFFF);
        if (next + 4 <= block.limit()) {
            block.putInt(next, 0);
        }
        return Bytes.of(block.rewind());
    }

    private Bytes withSize(Size size, double dpi) {
        put(directory, Tag.WIDTH, size.width());
        put(directory, Tag.HEIGHT, size.height());
        directory.child(Tag.EXIF).ifPresent(camera -> {
            put(camera, Tag.EXIF_WIDTH, size.width());
            put(camera, Tag.EXIF_HEIGHT, size.height());
        });
        if (dpi > 0) {
            putFraction(Tag.X_RESOLUTION, dpi);
            putFraction(Tag.Y_RESOLUTION, dpi);
            put(directory, Tag.RESOLUTION_UNIT, 2); // inch
        }
        return Bytes.of(block.rewind());
    }

    private void put(Directory in, int tag, int value) {
        in.field(tag).filter(field -> field.count() == 1).ifPresent(field -> {
            int at = (int) field.offset();
            if (field.type() == FieldType.SHORT && value <= 0xFFFF) {
                block.putShort(at, (short) value);
            } else if (field.type() == FieldType.LONG) {
                block.putInt(at, value);
            }
        });
    }

    private void putFraction(int tag, double value) {
        directory
                .field(tag)
                .filter(field -> field.type() == FieldType.RATIONAL && field.count() == 1)
                .ifPresent(field -> {
                    ByteBuffer made = ByteBuffer.wrap(
                                    Field.rational(tag, value).value().toArray())
                            .order(ByteOrder.LITTLE_ENDIAN);
                    block.putInt((int) field.offset(), made.getInt(0));
                    block.putInt((int) field.offset() + 4, made.getInt(4));
                });
    }
}
