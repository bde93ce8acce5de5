package dev.tintype.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.plan.Plan;
import dev.tintype.plan.PlanFile;
import dev.tintype.read.PhotoReader;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanOptionsTest extends CommandLineTest {
    /// A ramp with noise of sigma 20.
    private Path noisy() throws IOException {
        Random random = new Random(1);
        Samples samples = new Samples(new Size(120, 100), 1, Depth.BITS_8);
        for (int row = 0; row < 100; row++) {
            for (int column = 0; column < 120; column++) {
                double level = 60 + column + 20 * random.nextGaussian();
                samples.put(0, row, column, (float) Math.rint(Math.clamp(level, 0, 255)));
            }
        }
        Path file = folder.resolve("noisy.png");
        PhotoWriter.write(new Scan(samples, Optional.empty(), Metadata.NONE), file, false);
        return file;
    }

    private Path plan(String text) throws IOException {
        return Files.writeString(folder.resolve("plan.json"), text);
    }

    private static List<String> stages(String json) {
        return PlanFile.parse(json).steps().stream().map(Plan.Step::stage).toList();
    }

    private void assertRefused(int code, String message, Object... arguments) throws IOException {
        List<String> before = files();
        Run run = restore(arguments);
        assertEquals(code, run.code(), run::err);
        assertTrue(run.err().contains(message), run::err);
        assertEquals(before, files());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void carriesOutTwiceAlikeWhatTheDryRunPrinted(boolean networks) throws IOException {
        Path photo = noisy();
        Object weights = networks ? learnt : "none";
        Run dry = run("restore", photo, "--dry-run", "--weights", weights);
        assertEquals(0, dry.code(), dry::err);
        assertEquals(List.of("noisy.png"), files());
        assertEquals(
                networks ? List.of("find-scratches", "bm3d", "scene", "unfade") : List.of("bm3d"), stages(dry.out()));
        Path plan = plan(dry.out());
        for (String name : List.of("one.png", "two.png")) {
            Run run = run("restore", photo, "--plan", plan, "--weights", weights, "-o", folder.resolve(name));
            assertEquals(0, run.code(), run::err);
        }
        assertArrayEquals(Files.readAllBytes(folder.resolve("one.png")), Files.readAllBytes(folder.resolve("two.png")));
        assertFalse(PhotoReader.holds(folder.resolve("one.png"), PhotoReader.read(photo)));
    }

    @Test
    void doesThatAtOnceForAPreset() throws IOException {
        Path photo = noisy();
        Path plan = plan(run("restore", photo, "--dry-run", "--weights", "none").out());
        Path one = folder.resolve("one.png");
        Path two = folder.resolve("two.png");
        run("restore", photo, "--plan", plan, "--weights", "none", "-o", one);
        Run run = run("restore", photo, "--preset", "family", "--weights", "none", "-o", two, "--report");
        assertEquals(0, run.code(), run::err);
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
        assertTrue(Files.readString(folder.resolve("two.json")).contains("\"found\" : \"Gaussian noise, sigma "));
    }

    @Test
    void changesNothingButWhatIsLostForAnArchive() throws IOException {
        Path photo = noisy();
        Path result = folder.resolve("one.png");
        Run run = run("restore", photo, "--preset", "archive", "--weights", "none", "-o", result);
        assertEquals(0, run.code(), run::err);
        assertTrue(PhotoReader.holds(result, PhotoReader.read(photo)));
        Run dry = restore(photo, "--preset", "archive", "--dry-run");
        assertEquals(List.of("find-scratches", "scratches-and-holes"), stages(dry.out()));
    }

    @Test
    void refusesWhatDoesNotGoTogether() throws IOException {
        Path photo = photo("old.png");
        Path plan = plan("{\"steps\": []}");
        assertRefused(2, "leave out --preset and --dry-run", photo, "--plan", plan, "--dry-run");
        assertRefused(2, "leave out --preset and --dry-run", photo, "--plan", plan, "--preset", "family");
        assertRefused(2, "--dry-run only prints a plan", photo, "--dry-run", "--report");
        assertRefused(2, "--dry-run is for one photo, there are 2", photo, photo("b.png"), "--dry-run");
        assertRefused(2, "--preset", photo, "--preset", "museum");
    }

    @Test
    void refusesPlansThatCannotBeCarriedOut() throws IOException {
        Path photo = photo("old.png");
        assertRefused(1, "there is no such file", photo, "--plan", folder.resolve("none.json"));
        assertRefused(1, "the plan is no JSON", photo, "--plan", photo);
        assertRefused(1, "there is no stage 'magic'", photo, "--plan", plan("{\"steps\": [{\"stage\": \"magic\"}]}"));
        String scene = "{\"steps\": [{\"stage\": \"scene\"}]}";
        Run run = run("restore", photo, "--plan", plan(scene), "--weights", "none");
        assertEquals(1, run.code());
        assertTrue(run.err().contains("step scene needs what a network has learnt"), run::err);
    }
}
