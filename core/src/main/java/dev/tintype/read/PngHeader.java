package dev.tintype.read;

import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/// What a PNG file says before its picture.
///
/// @param bits    per sample: 1, 2, 4, 8 or 16
/// @param kind    which samples a pixel has
/// @param adam7   whether the picture is stored in seven passes
/// @param palette red, green, blue of every colour; empty without a palette
/// @param clear   opacity of every colour of the palette, or the one colour that is clear; empty if all is opaque
record PngHeader(int width, int height, int bits, Kind kind, boolean adam7, ByteBuffer palette, ByteBuffer clear) {
    /// The colour types of the specification, table 7.
    enum Kind {
        GREY(0, 1),
        RGB(2, 3),
        PALETTE(3, 1),
        GREY_ALPHA(4, 2),
        RGB_ALPHA(6, 4);

        private final int code;
        private final int samples;

        Kind(int code, int samples) {
            this.code = code;
            this.samples = samples;
        }

        /// How many samples one pixel has in the file.
        int samples() {
            return samples;
        }

        private boolean allows(int bits) {
            return switch (this) {
                case GREY -> bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
                case PALETTE -> bits == 1 || bits == 2 || bits == 4 || bits == 8;
                case RGB, GREY_ALPHA, RGB_ALPHA -> bits == 8 || bits == 16;
            };
        }

        private static Kind of(int code) throws Unreadable {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw Unreadable.damaged("no colour type has the number " + code);
        }
    }

    /// Reads all chunks before the picture.
    static PngHeader read(PngChunks chunks) throws IOException {
        if (chunks.open() != PngChunks.HEADER) {
            throw Unreadable.damaged("it has no header");
        }
        byte[] header = chunks.content();
        ByteBuffer palette = ByteBuffer.allocate(0);
        ByteBuffer clear = ByteBuffer.allocate(0);
        for (int type = chunks.open(); type != PngChunks.PICTURE; type = chunks.open()) {
            switch (type) {
                case PngChunks.PALETTE -> palette = ByteBuffer.wrap(chunks.content());
                case PngChunks.TRANSPARENCY -> clear = ByteBuffer.wrap(chunks.content());
                case PngChunks.END -> throw new EOFException();
                default -> chunks.skip();
            }
        }
        return of(ByteBuffer.wrap(header), palette, clear);
    }

    private static PngHeader of(ByteBuffer header, ByteBuffer palette, ByteBuffer clear) throws Unreadable {
        if (header.limit() < 13) {
            throw Unreadable.damaged("its header is too short");
        }
        int bits = header.get(8);
        Kind kind = Kind.of(header.get(9));
        boolean needless = kind == Kind.PALETTE && palette.limit() < 3;
        if (!kind.allows(bits) || needless || header.get(12) > 1 || header.get(12) < 0) {
            throw Unreadable.damaged("its header is not valid");
        }
        return new PngHeader(header.getInt(0), header.getInt(4), bits, kind, header.get(12) == 1, palette, clear);
    }

    /// How many bits one pixel takes in the file.
    int pixelBits() {
        return bits * kind.samples();
    }

    /// The samples as they reach the sink.
    Layout layout(Size size) {
        int channels = switch (kind) {
            case GREY, GREY_ALPHA -> 1;
            case RGB, RGB_ALPHA -> 3;
            case PALETTE -> isGrey() ? 1 : 3;
        };
        boolean alpha = kind == Kind.GREY_ALPHA || kind == Kind.RGB_ALPHA || clear.limit() > 0;
        return new Layout(size, channels, alpha, bits == 16 ? Depth.BITS_16 : Depth.BITS_8);
    }

    private boolean isGrey() {
        for (int i = 0; i + 2 < palette.limit(); i += 3) {
            if (palette.get(i) != palette.get(i + 1) || palette.get(i) != palette.get(i + 2)) {
                return false;
            }
        }
        return true;
    }
}
