package dev.tintype.web.safety;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What everybody who connects must know. Compared by its digest and in a time that tells nothing.
///
/// @param digest SHA-256 in hexadecimal digits, which a browser keeps in a cookie
record Token(String digest) {
    static final String COOKIE = "tintype";

    static Token of(String text) {
        return new Token(digest(text));
    }

    boolean is(String text) {
        return isDigest(digest(text));
    }

    boolean isDigest(String other) {
        return MessageDigest.isEqual(digest.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(String text) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
