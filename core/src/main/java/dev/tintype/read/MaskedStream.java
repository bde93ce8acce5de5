package dev.tintype.read;

import dev.tintype.format.ByteSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import javax.imageio.stream.ImageInputStreamImpl;

/// A file as decoders see it: with some bytes made 0. That hides colour profiles from them, which JPEG and WebP
/// decoders
/// would use to turn the file's own numbers into others.
final class MaskedStream extends ImageInputStreamImpl {
    private static final int BLOCK = 1 << 16; // bytes

    private final ByteSource source;
    private final Set<Long> masked;
    private byte[] block = new byte[0];
    private long blockAt;

    /// @param source stays open
    /// @param masked the places of the bytes to hide
    MaskedStream(ByteSource source, Set<Long> masked) {
        this.source = source;
        this.masked = masked;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (streamPos >= source.length()) {
            return -1;
        }
        if (streamPos < blockAt || streamPos >= blockAt + block.length) {
            load(streamPos / BLOCK * BLOCK);
        }
        int start = (int) (streamPos - blockAt);
        int got = Math.min(count, block.length - start);
        System.arraycopy(block, start, target, from, got);
        streamPos += got;
        return got;
    }

    @Override
    public long length() {
        return source.length();
    }

    private void load(long at) throws IOException {
        block = source.read(at, Math.min(BLOCK, source.length() - at));
        blockAt = at;
        for (long place : masked) {
            if (place >= at && place < at + block.length) {
                Arrays.fill(block, (int) (place - at), (int) (place - at) + 1, (byte) 0);
            }
        }
    }
}
