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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A file that is on disk whole or not at all: written under another name in the same folder, then renamed.
public final class AtomicFile {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtomicFile::removeUnfinished)); // for Ctrl-C
    }

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
        Path temporary = target.resolveSibling(name());
        UNFINISHED.add(temporary);
        try {
            Files.createFile(temporary); // not createTempFile: others may read a photo
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
            UNFINISHED.remove(temporary);
        }
    }

    private static void removeUnfinished() {
        for (Path temporary : UNFINISHED) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException _) {
                // nobody is left to be told
            }
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
