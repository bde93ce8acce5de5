package dev.tintype.write;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;

/// The chunks of a PNG file, with their checksums. As a stream it takes the compressed picture, every write one chunk.
final class PngChunkStream extends OutputStream {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final DataOutputStream out;

    PngChunkStream(OutputStream out) throws IOException {
        this.out = new DataOutputStream(out);
        out.write(SIGNATURE);
    }

    /// Writes a chunk whose content is in parts.
    void chunk(String type, byte[]... parts) throws IOException {
        int length = 0;
        for (byte[] part : parts) {
            length = Math.addExact(length, part.length);
        }
        CRC32 sum = new CRC32();
        byte[] name = type.getBytes(ISO_8859_1);
        out.writeInt(length);
        out.write(name);
        sum.update(name);
        for (byte[] part : parts) {
            out.write(part);
            sum.update(part);
        }
        out.writeInt((int) sum.getValue());
    }

    @Override
    public void write(byte[] data, int from, int count) throws IOException {
        byte[] part = new byte[count];
        System.arraycopy(data, from, part, 0, count);
        chunk("IDAT", part);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }
}
