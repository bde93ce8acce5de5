package dev.tintype.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.Weights;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BundleTrainingCommandTest extends CommandLineTest {
    /// In a folder of another name, started from elsewhere, without any environment variable.
    @Test
    void aBundleThatWasMovedTrainsWithoutAnyEnvironment() throws IOException, InterruptedException {
        photo("photos/one.png", new Size(160, 150), 3, Depth.BITS_8);
        Path bundle = folder.resolve("bundle");
        Run run = run("bundle-training", bundle, "--data", folder.resolve("photos"));
        assertEquals(0, run.code(), run::err);
        Path moved = Files.move(bundle, folder.resolve("moved bundle"));
        ProcessBuilder builder = new ProcessBuilder(
                        moved.resolve("train").toString(),
                        "tone",
                        "--photos",
                        moved.resolve("data/photos").toString(),
                        "-o",
                        "run",
                        "--steps",
                        "1",
                        "--batch",
                        "2")
                .directory(Files.createDirectory(folder.resolve("elsewhere")).toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        Weights made = Weights.read(folder.resolve("elsewhere/run/weights.safetensors"));
        assertEquals("1", made.card().get("steps"));
    }

    @Test
    void refusesAFolderThatIsThereAndDataThatIsNot() throws IOException {
        photo("photos/one.png");
        Run there = run("bundle-training", folder.resolve("photos"));
        assertEquals(2, there.code());
        assertTrue(there.err().contains("is there already"), there::err);
        Run missing = run("bundle-training", folder.resolve("bundle"), "--data", folder.resolve("nothing"));
        assertEquals(2, missing.code());
        assertTrue(missing.err().contains("nothing is not there"), missing::err);
        Path photos = folder.resolve("photos");
        Run twice = run("bundle-training", folder.resolve("bundle"), "--data", photos, "--data", photos);
        assertEquals(2, twice.code());
        assertTrue(twice.err().contains("have the same name"), twice::err);
    }
}
