package dev.tintype.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tintype.format.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The chunks of a WebP file besides its picture: RFC 9649.
final class WebpBlocks {
    private WebpBlocks() {}

    static void read(ByteSource source, Blocks blocks) throws IOException {
        long end = 8 + size(source, 4);
        if (end > source.length()) {
            throw Unreadable.cutOff(); // the decoder would fill what is missing
        }
        long at = 12;
        while (at + 8 <= end) {
            String type = new String(source.read(at, 4), ISO_8859_1);
            long length = size(source, at + 4);
            if (at + 8 + length > end) {
                throw Unreadable.cutOff();
            }
            switch (type) {
                case "ICCP" -> {
                    blocks.icc(source.read(at + 8, length));
                    blocks.mask(at);
                }
                case "EXIF" -> blocks.exif(source.read(at + 8, length));
                case "XMP " -> blocks.xmp(source.read(at + 8, length));
                default -> {}
            }
            at += 8 + length + length % 2;
        }
    }

    private static long size(ByteSource source, long at) throws IOException {
        return ByteBuffer.wrap(source.read(at, 4))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt()
                & 0xFFFF_FFFFL;
    }
}
