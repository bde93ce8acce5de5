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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BundleTrainingCommandTest extends CommandLineTest {
    /// In a folder of another name, started from elsewhere, without any environment variable; then once more where the
    /// library for fonts is broken, as on machines without a screen.
    @Test
    void aBundleThatWasMovedTrainsWithoutAnyEnvironment() throws IOException, InterruptedException {
        photo("photos/one.png", new Size(160, 150), 3, Depth.BITS_8);
        Path bundle = folder.resolve("bundle");
        Run run = run("bundle-training", bundle, "--data", folder.resolve("photos"));
        assertEquals(0, run.code(), run::err);
        Path moved = Files.move(bundle, folder.resolve("moved bundle"));
        Files.createDirectory(folder.resolve("elsewhere"));
        start(moved, 1, Map.of());
        assertEquals("1", steps());
        Path broken = Files.createDirectory(folder.resolve("libraries"));
        Files.writeString(broken.resolve("libfontconfig.so.1"), "");
        Files.writeString(broken.resolve("libfontconfig.so"), "");
        start(moved, 20, Map.of("LD_LIBRARY_PATH", broken.toString()));
        assertEquals("20", steps());
    }

    private void start(Path bundle, int steps, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(bundle.resolve("train").toString(), "tone", "--photos"));
        command.add(bundle.resolve("data/photos").toString());
        command.addAll(List.of("-o", "run", "--batch", "2", "--resume", "--steps", Integer.toString(steps)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.resolve("elsewhere").toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    private String steps() {
        Weights made = Weights.read(folder.resolve("elsewhere/run/weights.safetensors"));
        return made.card().getOrDefault("steps", "none");
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
