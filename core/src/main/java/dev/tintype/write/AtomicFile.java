package dev.tintype.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Interim.
public final class AtomicFile {
    private AtomicFile() {}

    /// Interim.
    public static void write(Path file, boolean force, Content content) throws IOException {
        Path temporary = file.resolveSibling("." + file.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(temporary)) {
            content.to(out);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Interim.
    public interface Content {
        void to(OutputStream out) throws IOException;
    }
}
