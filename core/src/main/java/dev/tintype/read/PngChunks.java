package dev.tintype.read;

import dev.tintype.format.ByteSource;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/// The chunks of a PNG file one after the other, with their checksums.
final class PngChunks {
    static final int HEADER = 0x4948_4452; // IHDR
    static final int PALETTE = 0x504C_5445; // PLTE
    static final int TRANSPARENCY = 0x7452_4E53; // tRNS
    static final int PICTURE = 0x4944_4154; // IDAT
    static final int END = 0x4945_4E44; // IEND

    private final DataInputStream in;
    private final CRC32 sum = new CRC32();
    private long left;

    PngChunks(DataInputStream in) {
        this.in = in;
    }

    /// Starts the next chunk and tells its type.
    int open() throws IOException {
        left = in.readInt() & 0xFFFF_FFFFL;
        byte[] type = in.readNBytes(4);
        if (type.length < 4) {
            throw new EOFException();
        }
        sum.reset();
        sum.update(type);
        return ByteBuffer.wrap(type).getInt();
    }

    /// The content of the open chunk.
    byte[] content() throws IOException {
        if (left > ByteSource.LONGEST) {
            throw Unreadable.damaged("a chunk of %d bytes".formatted(left));
        }
        byte[] content = in.readNBytes((int) left);
        if (content.length < left) {
            throw new EOFException();
        }
        sum.update(content);
        requireSum();
        return content;
    }

    /// Leaves the open chunk.
    void skip() throws IOException {
        in.skipNBytes(left + 4);
    }

    /// The compressed picture: the content of the open chunk and of those of the same type that follow.
    InputStream picture() {
        return new InputStream() {
            private boolean ended;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] target, int from, int count) throws IOException {
                while (!ended && left == 0) {
                    requireSum();
                    ended = open() != PICTURE;
                }
                int got = ended ? -1 : in.read(target, from, (int) Math.min(count, left));
                if (got > 0) {
                    left -= got;
                    sum.update(target, from, got);
                } else if (!ended) {
                    throw new EOFException();
                }
                return got;
            }
        };
    }

    private void requireSum() throws IOException {
        if (in.readInt() != (int) sum.getValue()) {
            throw Unreadable.damaged("a checksum is wrong");
        }
    }
}
