package dev.tintype.train.compare;

import java.awt.Color;
import java.util.Base64;
import java.util.Locale;

/// Words, numbers and pictures as HTML.
final class Html {
    private Html() {}

    /// A text that may hold anything.
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /// A file as the address of itself.
    ///
    /// @param type such as `image/jpeg`
    static String data(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    static String colour(Color colour) {
        return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xFFFFFF);
    }
}
