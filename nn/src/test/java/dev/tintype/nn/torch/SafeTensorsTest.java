package dev.tintype.nn.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeTensorsTest {
    @TempDir
    private Path folder;

    private static final float[] NUMBERS = {1.5f, -2, 0.25f, 1024, 0, -0.125f};

    private Path written(boolean half) throws IOException {
        Path file = folder.resolve("a.safetensors");
        try (Scope _ = Scope.open()) {
            new SafeTensors(Map.of("layer.weight", Tensor.of(NUMBERS, 2, 3)), Map.of("licence", "a \"b\" \\ c"))
                    .write(file, half);
        }
        return file;
    }

    @Test
    void readsWhatItWrote() throws IOException {
        for (boolean half : new boolean[] {false, true}) {
            try (Scope _ = Scope.open()) {
                SafeTensors read = SafeTensors.read(written(half));
                assertEquals(Map.of("licence", "a \"b\" \\ c"), read.metadata());
                Tensor tensor = read.tensors().get("layer.weight");
                assertArrayEquals(new long[] {2, 3}, tensor.shape());
                assertArrayEquals(NUMBERS, tensor.toArray());
            }
        }
    }

    @Test
    void refusesAFileThatEndsTooEarly() throws IOException {
        byte[] bytes = Files.readAllBytes(written(false));
        for (int length : new int[] {0, 5, 40, bytes.length - 1}) {
            Path cut = folder.resolve("cut");
            Files.write(cut, java.util.Arrays.copyOf(bytes, length));
            assertThrows(IOException.class, () -> readInScope(cut), "cut to " + length);
        }
    }

    @Test
    void refusesWhatIsNoSafetensors() throws IOException {
        Path text = folder.resolve("text");
        Files.writeString(text, "these are not the weights you look for", StandardCharsets.UTF_8);
        assertThrows(IOException.class, () -> readInScope(text));
    }

    private static void readInScope(Path file) throws IOException {
        try (Scope _ = Scope.open()) {
            SafeTensors.read(file);
        }
    }
}
