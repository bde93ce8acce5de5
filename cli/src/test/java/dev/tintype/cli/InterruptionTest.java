package dev.tintype.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.write.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ctrl-C while a result is being written.
class InterruptionTest {
    @TempDir
    Path folder;

    @Test
    void leavesNothingBehind() throws IOException, InterruptedException {
        Process writing = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Endless.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertEquals('w', writing.getInputStream().read());
            assertEquals(1, files().size());
            new ProcessBuilder("kill", "-INT", Long.toString(writing.pid()))
                    .start()
                    .waitFor();
            assertTrue(writing.waitFor(30, TimeUnit.SECONDS));
            assertEquals(List.of(), files());
        } finally {
            writing.destroyForcibly();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /// Never comes to the end of a file.
    static final class Endless {
        private Endless() {}

        public static void main(String[] arguments) throws IOException {
            AtomicFile.write(Path.of(arguments[0], "result.png"), false, temporary -> {
                Files.writeString(temporary, "half a photo");
                System.out.print('w');
                System.out.flush();
                while (true) {
                    try {
                        Thread.sleep(1000);
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }
            });
        }
    }
}
