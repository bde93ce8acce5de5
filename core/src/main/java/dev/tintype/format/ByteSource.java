package dev.tintype.format;

import dev.tintype.photo.Bytes;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Bytes that can be read at any place: a file, or a block in memory.
public interface ByteSource extends Closeable {
    /// The longest block that is read at once, in bytes: metadata is never longer, and a broken length must not
    /// exhaust the memory.
    int LONGEST = 64 << 20;

    long length();

    /// The `count` bytes at `at`.
    ///
    /// @throws EOFException if they are not all there
    byte[] read(long at, long count) throws IOException;

    @Override
    default void close() throws IOException {}

    /// A block in memory.
    static ByteSource of(Bytes bytes) {
        return new ByteSource() {
            @Override
            public long length() {
                return bytes.length();
            }

            @Override
            public byte[] read(long at, long count) throws IOException {
                requireInside(this, at, count);
                return bytes.part((int) at, (int) (at + count)).toArray();
            }
        };
    }

    /// A file, to be closed.
    static ByteSource open(Path file) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        return new FileSource(channel, channel.size());
    }

    private static void requireInside(ByteSource source, long at, long count) throws IOException {
        if (at < 0 || count < 0 || at > source.length() - count) {
            throw new EOFException("%d bytes at %d of %d".formatted(count, at, source.length()));
        }
        if (count > LONGEST) {
            throw new IOException("a block of %d bytes is too long".formatted(count));
        }
    }

    /// The bytes of an open file.
    record FileSource(SeekableByteChannel channel, long length) implements ByteSource {
        @Override
        public byte[] read(long at, long count) throws IOException {
            requireInside(this, at, count);
            ByteBuffer buffer = ByteBuffer.allocate((int) count);
            channel.position(at);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer) < 0) {
                    throw new EOFException("the file shrank while it was read");
                }
            }
            return buffer.array();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
