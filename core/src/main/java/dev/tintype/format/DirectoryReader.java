package dev.tintype.format;

import dev.tintype.photo.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the first directory of a TIFF or BigTIFF file or of an EXIF block, and those it points to.
public final class DirectoryReader {
    /// Real files have about fifty fields; more is a broken count.
    private static final int MOST_FIELDS = 4096;

    private static final Set<Integer> POINTERS = Set.of(Tag.EXIF, Tag.GPS, Tag.INTEROPERABILITY);

    private final ByteSource source;
    private final ByteOrder order;
    private final boolean big;

    private DirectoryReader(ByteSource source, ByteOrder order, boolean big) {
        this.source = source;
        this.order = order;
        this.big = big;
    }

    /// The first directory.
    ///
    /// @throws IOException if the block is no TIFF or ends too early
    public static Directory read(ByteSource source) throws IOException {
        ByteOrder order = order(source);
        int version = ByteBuffer.wrap(source.read(0, 4)).order(order).getShort(2);
        return switch (version) {
            case 42 -> {
                DirectoryReader reader = new DirectoryReader(source, order, false);
                yield reader.directory(reader.buffer(4, 4).getInt() & 0xFFFF_FFFFL, 0);
            }
            case 43 -> {
                DirectoryReader reader = new DirectoryReader(source, order, true);
                yield reader.directory(reader.buffer(8, 8).getLong(), 0);
            }
            default -> throw new IOException("no TIFF: version " + version);
        };
    }

    /// The byte order that the first two bytes name.
    static ByteOrder order(ByteSource source) throws IOException {
        byte[] start = source.read(0, 2);
        if (start[0] != start[1] || (start[0] != 'I' && start[0] != 'M')) {
            throw new IOException("no TIFF: starts with neither II nor MM");
        }
        return start[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    private Directory directory(long at, int depth) throws IOException {
        long count = big ? buffer(at, 8).getLong() : buffer(at, 2).getShort() & 0xFFFF;
        if (count < 0 || count > MOST_FIELDS) {
            throw new IOException("a directory of %d fields".formatted(count));
        }
        int length = big ? 20 : 12;
        long first = at + (big ? 8 : 2);
        List<Field> fields = new ArrayList<>();
        Map<Integer, Directory> children = new HashMap<>();
        for (int i = 0; i < count; i++) {
            Optional<Field> field = field(first + (long) i * length);
            if (field.isPresent() && POINTERS.contains(field.get().tag())) {
                child(field.get(), depth)
                        .ifPresent(child -> children.put(field.get().tag(), child));
            } else {
                field.ifPresent(fields::add);
            }
        }
        return new Directory(fields, children);
    }

    private Optional<Directory> child(Field pointer, int depth) {
        if (depth > 2 || pointer.count() < 1) { // a loop
            return Optional.empty();
        }
        try {
            return Optional.of(directory((long) pointer.number(0), depth + 1));
        } catch (IOException broken) {
            return Optional.empty(); // the picture is still good
        }
    }

    /// The field at a place; none if its type is unknown or its values lie outside the file.
    private Optional<Field> field(long at) throws IOException {
        ByteBuffer entry = buffer(at, big ? 20 : 12);
        int tag = entry.getShort() & 0xFFFF;
        Optional<FieldType> type = FieldType.of(entry.getShort() & 0xFFFF);
        long count = big ? entry.getLong() : entry.getInt() & 0xFFFF_FFFFL;
        if (type.isEmpty() || count < 0 || count > ByteSource.LONGEST) {
            return Optional.empty();
        }
        long length = count * type.get().bytes();
        int inline = big ? 8 : 4;
        long offset = at + entry.position();
        if (length > inline) {
            offset = big ? entry.getLong() : entry.getInt() & 0xFFFF_FFFFL;
        }
        if (offset < 0 || length > ByteSource.LONGEST || offset > source.length() - length) {
            return Optional.empty();
        }
        byte[] value = source.read(offset, length);
        if (order == ByteOrder.BIG_ENDIAN) {
            type.get().reverse(value);
        }
        return Optional.of(new Field(tag, type.get(), Bytes.of(value), offset));
    }

    private ByteBuffer buffer(long at, int count) throws IOException {
        return ByteBuffer.wrap(source.read(at, count)).order(order);
    }
}
