package dev.tintype.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.UnusableWeightsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsCommandTest extends CommandLineTest {
    @Test
    void listsWeightsWithTheirCards() throws IOException {
        UntrainedWeights.write(folder.resolve("weights/mine"));
        String home = System.getProperty("tintype.home", ".");
        System.setProperty("tintype.home", folder.toString());
        try {
            Run run = run("weights", "list");
            assertEquals(0, run.code(), run::err);
            assertTrue(run.out().contains("mine"), run::out);
            assertTrue(run.out().contains("mapping.safetensors"), run::out);
            assertTrue(run.out().contains("trained on: nothing"), run::out);
        } finally {
            System.setProperty("tintype.home", home);
        }
    }

    @Test
    void importsNothingFromWhereNothingIs() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path zip = Files.writeString(folder.resolve("broken.zip"), "no zip");
        System.setProperty("tintype.data", folder.resolve("data").toString());
        try {
            for (Path release : List.of(folder.resolve("missing"), empty, zip)) {
                Run run = run("weights", "import", release);
                assertEquals(1, run.code(), release.toString());
                assertEquals(1, run.err().lines().count(), run::err);
                assertTrue(run.err().contains(release.toString()), run::err);
            }
            assertEquals(List.of("broken.zip"), files());
        } finally {
            System.clearProperty("tintype.data");
        }
    }

    @Test
    void findsWeightsByNameOnBothShelvesAndByPath() throws IOException {
        Path shipped = UntrainedWeights.write(folder.resolve("a/one"));
        Path own = UntrainedWeights.write(folder.resolve("b/two"));
        WeightsShelf shelf = new WeightsShelf(folder.resolve("a"), folder.resolve("b"));
        assertEquals(List.of(shipped, own), shelf.all());
        assertEquals(shipped, shelf.find("one"));
        assertEquals(own, shelf.find("two"));
        assertEquals(own, shelf.find(own.toString()));
        String message = assertThrows(UnusableWeightsException.class, () -> shelf.find("three"))
                .getMessage();
        assertEquals("there are no weights 'three'; there are: one, two", message);
    }

    @Test
    void aFolderWithoutWeightsIsNone() throws IOException {
        Files.createDirectories(folder.resolve("a/empty"));
        WeightsShelf shelf = new WeightsShelf(folder.resolve("a"), folder.resolve("b"));
        assertEquals(List.of(), shelf.all());
        assertThrows(UnusableWeightsException.class, () -> shelf.find("empty"));
    }
}
