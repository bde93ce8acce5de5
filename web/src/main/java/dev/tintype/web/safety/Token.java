package dev.tintype.web.safety;

import dev.tintype.web.store.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

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
        Sha256 digest = new Sha256();
        digest.add(text);
        return digest.hex();
    }
}
