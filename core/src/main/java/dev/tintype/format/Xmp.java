package dev.tintype.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tintype.photo.Bytes;
import java.util.regex.Pattern;

/// An XMP packet, of which only the orientation is touched.
public final class Xmp {
    private static final Pattern ORIENTATION =
            Pattern.compile("(tiff:Orientation\\s*(?:=\\s*[\"']|>\\s*))[2-8](?=\\s*[\"'<])");

    private Xmp() {}

    /// The packet for a photo that has been turned upright. Nothing else changes, not even the length.
    public static Bytes upright(Bytes packet) {
        // every byte is one character of Latin 1, so all others come back as they were
        String text = new String(packet.toArray(), ISO_8859_1);
        return Bytes.of(ORIENTATION.matcher(text).replaceAll("$11").getBytes(ISO_8859_1));
    }
}
