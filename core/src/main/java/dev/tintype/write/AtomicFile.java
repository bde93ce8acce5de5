package dev.tintype.write;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/// A file that is on disk whole or not at all: written under another name in the same folder, then renamed.
public final class AtomicFile {
    private static final SecureRandom RANDOM = new SecureRandom();

    private AtomicFile() {}

    /// Writes a file.
    ///
    /// @param force whether a file that is there already is replaced
    /// @throws FileAlreadyExistsException if it is there and may not be replaced; it is then unchanged
    /// @throws IOException if writing fails; no file is left behind then, and one that was there is unchanged
    public static void write(Path target, boolean force, Content content) throws IOException {
        if (!force && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Path temporary = Files.createFile(target.resolveSibling(name())); // not createTempFile: others may read a photo
        try {
            content.writeTo(temporary);
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            if (force) {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.move(temporary, target);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static String name() {
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        return ".tintype-" + HexFormat.of().formatHex(random) + ".tmp";
    }

    /// What goes into the file.
    @FunctionalInterface
    public interface Content {
        /// Fills a file that exists and is empty.
        void writeTo(Path temporary) throws IOException;
    }
}
