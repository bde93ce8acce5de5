package dev.tintype.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/// What a file is, by its first bytes: names lie.
enum Format {
    JPEG,
    PNG,
    TIFF,
    WEBP,
    BMP,
    GIF,
    PNM;

    /// How many bytes are looked at.
    static final int LOOKED_AT = 16;

    static Optional<Format> of(byte[] start) {
        String text = new String(start, ISO_8859_1);
        if (text.startsWith("\u00FF\u00D8\u00FF")) {
            return Optional.of(JPEG);
        } else if (text.startsWith("\u0089PNG\r\n\u001A\n")) {
            return Optional.of(PNG);
        } else if (text.matches("(?s)(II[*+]\0|MM\0[*+]).*")) {
            return Optional.of(TIFF);
        } else if (text.matches("(?s)RIFF....WEBP.*")) {
            return Optional.of(WEBP);
        } else if (text.startsWith("BM")) {
            return Optional.of(BMP);
        } else if (text.matches("(?s)GIF8[79]a.*")) {
            return Optional.of(GIF);
        }
        return text.matches("(?s)P[1-7]\\s.*") ? Optional.of(PNM) : Optional.empty();
    }

    /// What bytes that are no picture of ours may be, for the message.
    static String guess(byte[] start) {
        String text = new String(start, ISO_8859_1);
        if (text.startsWith("%PDF")) {
            return "its first bytes are of a PDF";
        } else if (text.startsWith("8BPS")) {
            return "its first bytes are of a Photoshop document";
        } else if (text.matches("(?s)....ftyp(hei|hev|mif|msf).*")) {
            return "its first bytes are of an HEIC photo";
        } else if (text.matches("(?s)....ftypavi.*")) {
            return "its first bytes are of an AVIF photo";
        } else if (text.matches("(?s)....(jP  |JXL ).*") || text.startsWith("\u00FF\n") || text.startsWith("\u00FFO")) {
            return "its first bytes are of a JPEG 2000 or JPEG XL photo";
        } else if (text.matches("(?s)....ftyp.*")) {
            return "its first bytes are of a film";
        } else if (text.startsWith("PK\u0003\u0004")) {
            return "its first bytes are of a ZIP archive or an office document";
        } else if (text.chars().allMatch(c -> (c >= ' ' && c < 127) || Character.isWhitespace(c))) {
            return "its first bytes are text";
        }
        return "its first bytes are of no format that Tintype knows";
    }
}
