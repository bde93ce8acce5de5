package dev.tintype.format;

import dev.tintype.photo.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Lays a directory, its values and its children out as little-endian bytes that start at a known place of a file.
public final class DirectoryWriter {
    private final boolean big;
    private final long start;
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();

    private DirectoryWriter(boolean big, long start) {
        this.big = big;
        this.start = start;
    }

    /// A directory whose values follow it.
    ///
    /// @param at  where in the file the bytes will start; even
    /// @param big for BigTIFF
    public static Bytes write(Directory directory, long at, boolean big) {
        int count = directory.fields().size() + directory.children().size();
        int length = big ? 8 + 20 * count + 8 : 2 + 12 * count + 4;
        DirectoryWriter writer = new DirectoryWriter(big, at + length);
        List<Field> fields = new ArrayList<>(directory.fields());
        new TreeMap<>(directory.children()).forEach((tag, child) -> {
            long place = writer.place();
            writer.values.writeBytes(write(child, place, big).toArray());
            fields.add(big ? Field.long8s(tag, place) : Field.longs(tag, place));
        });
        byte[] entries = writer.entries(new Directory(fields, Map.of()), length);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(entries);
        all.writeBytes(writer.values.toByteArray());
        return Bytes.of(all.toByteArray());
    }

    /// A TIFF header followed by a directory: an EXIF block.
    public static Bytes block(Directory directory) {
        ByteBuffer header = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(header.array());
        all.writeBytes(write(directory, 8, false).toArray());
        return Bytes.of(all.toByteArray());
    }

    private byte[] entries(Directory directory, int length) {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        if (big) {
            buffer.putLong(directory.fields().size());
        } else {
            buffer.putShort((short) directory.fields().size());
        }
        directory.fields().forEach(field -> entry(field, buffer));
        return buffer.array(); // what is left is the pointer to the next directory: none
    }

    private void entry(Field field, ByteBuffer buffer) {
        buffer.putShort((short) field.tag()).putShort((short) field.type().code());
        byte[] value = field.value().toArray();
        int inline = big ? 8 : 4;
        if (big) {
            buffer.putLong(field.count());
        } else {
            buffer.putInt(field.count());
        }
        int next = buffer.position() + inline;
        if (value.length <= inline) {
            buffer.put(value);
        } else if (big) {
            buffer.putLong(append(value));
        } else {
            buffer.putInt((int) append(value));
        }
        buffer.position(next);
    }

    private long append(byte[] value) {
        long place = place();
        values.writeBytes(value);
        return place;
    }

    /// Where the next values will be; TIFF wants them at even places.
    private long place() {
        if (values.size() % 2 != 0) {
            values.write(0);
        }
        return start + values.size();
    }
}
