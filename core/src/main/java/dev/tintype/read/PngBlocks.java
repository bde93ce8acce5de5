package dev.tintype.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tintype.format.ByteSource;
import dev.tintype.photo.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.InflaterInputStream;

/// The chunks of a PNG file besides its picture: W3C Portable Network Graphics, third edition. What cannot be
/// understood is left behind. IPTC has no chunk; ImageMagick and ExifTool keep it as a text of hexadecimal digits.
final class PngBlocks {
    private static final int END = 0x4945_4E44; // IEND
    private static final int ICC = 0x6943_4350; // iCCP
    private static final int EXIF = 0x6558_4966; // eXIf
    private static final int RESOLUTION = 0x7048_5973; // pHYs
    private static final int TEXT = 0x7445_5874; // tEXt
    private static final int COMPRESSED_TEXT = 0x7A54_5874; // zTXt
    private static final int UNICODE_TEXT = 0x6954_5874; // iTXt
    private static final String XMP = "XML:com.adobe.xmp";

    private final Blocks blocks;

    private PngBlocks(Blocks blocks) {
        this.blocks = blocks;
    }

    static void read(ByteSource source, Blocks blocks) throws IOException {
        PngBlocks reading = new PngBlocks(blocks);
        long at = 8;
        while (at + 12 <= source.length()) { // the decoder judges whether chunks are missing
            ByteBuffer head = ByteBuffer.wrap(source.read(at, 8));
            long length = head.getInt() & 0xFFFF_FFFFL;
            int type = head.getInt();
            if (type == END || at + 12 + length > source.length()) {
                return;
            }
            if (isWanted(type) && length <= ByteSource.LONGEST) {
                reading.chunk(type, source.read(at + 8, length));
            }
            at += 12 + length;
        }
    }

    private static boolean isWanted(int type) {
        return switch (type) {
            case ICC, EXIF, RESOLUTION, TEXT, COMPRESSED_TEXT, UNICODE_TEXT -> true;
            default -> false;
        };
    }

    private void chunk(int type, byte[] data) {
        try {
            switch (type) {
                case ICC -> blocks.icc(inflated(data, keyword(data) + 2));
                case EXIF -> blocks.exif(data);
                case RESOLUTION -> resolution(ByteBuffer.wrap(data));
                case TEXT -> profile(data, after(data, keyword(data) + 1));
                case COMPRESSED_TEXT -> profile(data, inflated(data, keyword(data) + 2));
                default -> unicode(data);
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            // the picture is still good
        }
    }

    private void resolution(ByteBuffer data) {
        if (data.limit() == 9 && data.get(8) == 1) {
            blocks.perMetre(data.getInt(0), data.getInt(4));
        }
    }

    private void unicode(byte[] data) throws IOException {
        int keyword = keyword(data);
        if (new String(data, 0, keyword, ISO_8859_1).equals(XMP)) {
            boolean compressed = data[keyword + 1] == 1;
            int language = zero(data, keyword + 3);
            int text = zero(data, language + 1) + 1;
            blocks.xmp(compressed ? inflated(data, text) : after(data, text));
        }
    }

    /// A block as ImageMagick writes it: line feed, name, line feed, length, line feed, hexadecimal digits.
    private void profile(byte[] data, byte[] text) {
        String keyword = new String(data, 0, keyword(data), ISO_8859_1);
        if (!keyword.startsWith("Raw profile type ")) {
            return;
        }
        String[] parts = new String(text, ISO_8859_1).strip().split("\n", 3);
        byte[] block = HexFormat.of().parseHex(parts[2].replaceAll("\\s", ""));
        switch (keyword.substring("Raw profile type ".length())) {
            case "iptc", "8bim" -> iptc(block);
            case "exif" -> blocks.exif(block);
            case "xmp" -> blocks.xmp(block);
            case "icc", "icm" -> blocks.icc(block);
            default -> {}
        }
    }

    private void iptc(byte[] block) {
        if (block.length > 0 && block[0] == 0x1C) {
            blocks.iptc(block);
        } else {
            blocks.photoshop(Bytes.of(block));
        }
    }

    private static byte[] inflated(byte[] data, int from) throws IOException {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(data, from, data.length - from))) {
            return in.readNBytes(ByteSource.LONGEST);
        }
    }

    /// The length of the keyword, which a zero byte ends.
    private static int keyword(byte[] data) {
        return zero(data, 0);
    }

    private static int zero(byte[] data, int from) {
        int at = from;
        while (data[at] != 0) {
            at++;
        }
        return at;
    }

    private static byte[] after(byte[] data, int from) {
        return Arrays.copyOfRange(data, from, data.length);
    }
}
