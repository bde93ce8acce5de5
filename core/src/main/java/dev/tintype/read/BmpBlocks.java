package dev.tintype.read;

import dev.tintype.format.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The header of a BMP file: resolution, and the colour profile of version 5.
final class BmpBlocks {
    private static final int FILE_HEADER = 14; // bytes
    private static final int VERSION_5 = 124; // bytes
    private static final int EMBEDDED = 0x4D42_4544; // MBED

    private BmpBlocks() {}

    static void read(ByteSource source, Blocks blocks) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(
                        source.read(FILE_HEADER, Math.min(VERSION_5, source.length() - FILE_HEADER)))
                .order(ByteOrder.LITTLE_ENDIAN);
        int length = header.getInt(0);
        if (length >= 40) {
            blocks.perMetre(header.getInt(24), header.getInt(28));
        }
        if (length >= VERSION_5 && header.getInt(56) == EMBEDDED) {
            blocks.icc(source.read(FILE_HEADER + (header.getInt(112) & 0xFFFF_FFFFL), header.getInt(116)));
        }
    }
}
