package dev.tintype.web.store;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/// A digest of texts and files, one after the other.
public final class Sha256 {
    private final MessageDigest digest;

    /// Of nothing yet.
    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    public void add(byte one) {
        digest.update(one);
    }

    /// A stream that adds what is written to another.
    public OutputStream through(OutputStream out) {
        return new DigestOutputStream(out, digest);
    }

    /// Adds what is in a file.
    public void addContent(Path file) {
        try (OutputStream out = through(OutputStream.nullOutputStream())) {
            Files.copy(file, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Adds name, length and time of a file, or of each file in a folder.
    public void addNames(Path tree) {
        try (Stream<Path> files = Files.walk(tree, FileVisitOption.FOLLOW_LINKS)) {
            for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
                File file = path.toFile();
                add("%s %d %d\n".formatted(path, file.length(), file.lastModified()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The digest of all that was added, in hexadecimal digits. Nothing can be added after it.
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
