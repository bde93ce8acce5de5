package dev.tintype.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void writesAndReplacesOnlyWhenForced() throws IOException {
        Path file = folder.resolve("report.txt");
        AtomicFile.write(file, false, temporary -> Files.writeString(temporary, "one"));
        assertThrows(
                FileAlreadyExistsException.class,
                () -> AtomicFile.write(file, false, temporary -> Files.writeString(temporary, "two")));
        assertEquals("one", Files.readString(file));
        AtomicFile.write(file, true, temporary -> Files.writeString(temporary, "three"));
        assertEquals("three", Files.readString(file));
        requireFiles(1);
    }

    @Test
    void doesNotReplaceAFileThatAppearsMeanwhile() throws IOException {
        Path file = folder.resolve("report.txt");
        assertThrows(
                FileAlreadyExistsException.class,
                () -> AtomicFile.write(file, false, temporary -> Files.writeString(file, "faster")));
        assertEquals("faster", Files.readString(file));
        requireFiles(1);
    }

    @Test
    void leavesNothingWhenWritingFails() throws IOException {
        Path file = folder.resolve("report.txt");
        assertThrows(
                IllegalStateException.class,
                () -> AtomicFile.write(file, true, temporary -> {
                    Files.writeString(temporary, "half");
                    assertFalse(Files.exists(file));
                    throw new IllegalStateException("disk full");
                }));
        requireFiles(0);
    }

    private void requireFiles(int count) throws IOException {
        try (var files = Files.list(folder)) {
            assertEquals(count, files.count());
        }
    }
}
