package dev.tintype.nn.official.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tintype.nn.official.HashedParameters;
import dev.tintype.nn.official.ParityFolder;
import dev.tintype.nn.official.Vae;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchFileTest {
    private static final Pattern ENTRY = Pattern.compile(
            "\"(\\w+)\": \\{\\s*\"dtype\": \"[^\"]+\",\\s*\"shape\": \\[([^]]*)],\\s*\"values\": \\[([^]]*)]");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"tiny.legacy.pth", "tiny.zip.pth"})
    void readsViewsAndAllTypesOfPyTorch(String name) throws IOException {
        Path pth = ParityFolder.require().resolve("pth");
        Map<String, StoredTensor> tensors =
                TorchFile.read(pth.resolve(name)).part("model_state").tensors();
        Matcher entry = ENTRY.matcher(Files.readString(pth.resolve("tiny.json")));
        List<String> names = new ArrayList<>();
        while (entry.find()) {
            StoredTensor tensor = Objects.requireNonNull(tensors.get(entry.group(1)));
            assertEquals(
                    numbers(entry.group(2)),
                    tensor.shape().stream().map(Long::doubleValue).toList());
            List<Double> values = new ArrayList<>();
            for (float value : tensor.floats()) {
                values.add((double) value);
            }
            List<Double> expected = numbers(entry.group(3)).stream()
                    .map(value -> (double) value.floatValue())
                    .toList();
            assertEquals(expected, values, entry.group(1));
            names.add(entry.group(1));
        }
        assertEquals(names, List.copyOf(tensors.keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vae_a.legacy.pth", "vae_a.zip.pth"})
    void readsAWholeNetworkOfPyTorch(String name) throws IOException {
        Path file = ParityFolder.require().resolve("pth").resolve(name);
        Map<String, StoredTensor> tensors = TorchFile.read(file).tensors();
        try (Scope _ = Scope.open()) {
            Map<String, Tensor> wanted = new LinkedHashMap<>();
            var hashed = new HashedParameters(11, Map.of());
            Vae.of((tensor, start, shape) -> {
                wanted.put(tensor, hashed.tensor(tensor, start, shape));
                return Tensor.zeros(1).expand(shape);
            });
            assertEquals(wanted.keySet(), tensors.keySet());
            wanted.forEach((tensor, values) -> assertArrayEquals(
                    values.toArray(),
                    Objects.requireNonNull(tensors.get(tensor)).floats(),
                    tensor));
        }
    }

    @Test
    void refusesEveryPartOfAFile() throws IOException {
        try (Scope _ = Scope.open()) {
            Path whole = folder.resolve("whole.pth");
            PickleWriter.writeLegacy(whole, "", Map.of("a", Tensor.full(2, 2, 3), "b", Tensor.full(1, 5)));
            assertEquals(2, TorchFile.read(whole).tensors().size());
            byte[] bytes = Files.readAllBytes(whole);
            for (int length = 0; length < bytes.length; length++) {
                Path part = Files.write(folder.resolve("part.pth"), Arrays.copyOf(bytes, length));
                assertThrows(RefusedPickleException.class, () -> TorchFile.read(part), length + " bytes");
            }
        }
    }

    @Test
    void refusesAZipWithoutItsNumbers() throws IOException {
        try (Scope _ = Scope.open()) {
            Path whole = folder.resolve("whole.zip");
            PickleWriter.writeZip(whole, "", Map.of("a", Tensor.full(2, 2, 3)));
            assertArrayEquals(
                    new float[] {2, 2, 2, 2, 2, 2},
                    Objects.requireNonNull(TorchFile.read(whole).tensors().get("a"))
                            .floats());
            byte[] bytes = Files.readAllBytes(whole);
            Path part = Files.write(folder.resolve("part.zip"), Arrays.copyOf(bytes, bytes.length / 2));
            assertThrows(IOException.class, () -> TorchFile.read(part));
        }
    }

    @Test
    void refusesTensorsOutsideTheirStorage() {
        Storage storage = new Storage("0", NumberType.FLOAT, 6);
        List<Long> shape = List.of(2L, 3L);
        assertEquals(shape, new StoredTensor(storage, 0, shape, List.of(3L, 1L)).shape());
        assertRefused(storage, 1, shape, List.of(3L, 1L));
        assertRefused(storage, -1, shape, List.of(3L, 1L));
        assertRefused(storage, 0, shape, List.of(-3L, 1L));
        assertRefused(storage, 0, shape, List.of(3L));
        assertRefused(storage, 0, List.of(Long.MAX_VALUE, 3L), List.of(3L, Long.MAX_VALUE));
    }

    private static void assertRefused(Storage storage, long offset, List<Long> shape, List<Long> stride) {
        assertThrows(RefusedPickleException.class, () -> new StoredTensor(storage, offset, shape, stride));
    }

    private static List<Double> numbers(String list) {
        return Pattern.compile("[^\\s,]+")
                .matcher(list)
                .results()
                .map(number -> switch (number.group()) {
                    case "true" -> 1.0;
                    case "false" -> 0.0;
                    default -> Double.parseDouble(number.group());
                })
                .toList();
    }
}
