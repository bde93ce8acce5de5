package dev.tintype.nn.official.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// A folder that disappears with all its files, for what is not finished yet.
record TemporaryFolder(Path path) implements AutoCloseable {
    static TemporaryFolder in(Path parent) throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(parent, ".unfinished-"));
    }

    /// Moves finished files to their places, each in one step.
    static void move(Map<Path, Path> places) throws IOException {
        for (Map.Entry<Path, Path> place : places.entrySet()) {
            Files.move(
                    place.getKey(),
                    place.getValue(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }
}
