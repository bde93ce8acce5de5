package dev.tintype.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tintype.nn.Weights;
import dev.tintype.nn.stage.ScratchDetector;
import dev.tintype.nn.torch.Torch;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainCommandTest extends CommandLineTest {
    private Path photos;

    @BeforeEach
    void photos() throws IOException {
        photos = Files.createDirectory(folder.resolve("photos"));
        photo("photos/large.png", new Size(160, 150), 3, Depth.BITS_8);
        photo("photos/small.png", new Size(20, 20), 3, Depth.BITS_8);
    }

    @Test
    void leavesWeightsAndSamplesAndGoesOn() throws IOException {
        Path out = folder.resolve("run");
        Run first = train(out, 2);
        assertEquals(0, first.code(), first::err);
        assertTrue(first.out().contains("1 photos to train on, 1 left out"), first::out);
        assertTrue(first.out().contains("small.png: smaller than"), first::out);
        for (String name : new String[] {"weights.safetensors", "checkpoint.safetensors", "samples.png"}) {
            assertTrue(Files.exists(out.resolve(name)), name);
        }
        byte[] weights = Files.readAllBytes(out.resolve("weights.safetensors"));
        Run second = train(out, 3);
        assertEquals(0, second.code(), second::err);
        assertFalse(Arrays.equals(weights, Files.readAllBytes(out.resolve("weights.safetensors"))));
    }

    @Test
    void trainsBaselinesThatRestorePhotos() throws IOException {
        for (String network : new String[] {"pix2pix", "cyclegan"}) {
            Path out = folder.resolve(network + "-run");
            Run run = train(network, out, 1, "--old", photos, "--profile");
            assertEquals(0, run.code(), run::err);
            Path weights = Files.createDirectory(folder.resolve(network));
            Files.copy(out.resolve("weights.safetensors"), weights.resolve(network + ".safetensors"));
            Path old = photo(network + ".png");
            Run restored = run("restore", old, "--weights", weights, "--report");
            assertEquals(0, restored.code(), restored::err);
            String report = Files.readString(folder.resolve(network + "-restored.json"));
            assertTrue(report.contains("\"weights\" : \"%s\"".formatted(network)), report);
            assertEquals(
                    2, run("restore", old, "--weights", weights, "--mask", old).code());
            assertEquals(
                    2,
                    run("restore", old, "--weights", weights, "--preset", "archive")
                            .code());
        }
    }

    @Test
    void takesCropsOfSeveralSidesAndMeasuresTheTime() throws IOException {
        Path out = folder.resolve("run");
        Run run = train("tone", out, 20, "--side", "32,48", "--every", 20, "--profile", "--loaders", 1);
        assertEquals(0, run.code(), run::err);
        assertTrue(run.out().contains("ms a step: data "), run::out);
        List<String> lines = Files.readAllLines(out.resolve("time.csv"));
        assertEquals("step,data,forward,backward,optimiser,rest", lines.getFirst());
        assertTrue(lines.get(1).startsWith("20,"), lines::toString);
    }

    @Test
    void refusesWhatDoesNotGoTogether() {
        Path out = folder.resolve("run");
        assertRefused(train("cyclegan", out, 1), "cyclegan learns from real old photos: give --old DIR");
        assertRefused(train("mapping", out, 1), "mapping starts from two VAEs");
        assertRefused(train("second-look", out, 1), "give --from SCRATCH_DETECTOR and --keep DIR");
        assertRefused(
                train("pix2pix", out, 1, "--without", "non-local"),
                "--without non-local is for mapping, not for pix2pix");
        assertRefused(train("mapping", out, 1, "--hardest", "4"), "--hardest is for scratch-detector");
        assertRefused(train("tone", out, 1, "--grey"), "--grey is for scratch-detector and second-look, not for tone");
        assertRefused(train("pix2pix", out, 1, "--side", "32,40"), "the sides multiples of 16");
    }

    private static void assertRefused(Run run, String message) {
        assertEquals(2, run.code());
        assertTrue(run.err().contains(message), run::err);
    }

    @Test
    void leavesPartsOutAndSaysSo() throws IOException {
        Path old = folder.resolve("old");
        assertEquals(
                0,
                train("vae-old", old, 1, "--old", photos, "--without", "latent-gan")
                        .code());
        Path vae = old.resolve("weights.safetensors");
        Path out = folder.resolve("mapping");
        Run run = train("mapping", out, 1, "--from", vae, "--from", vae, "--without", "non-local,end-to-end");
        assertEquals(0, run.code(), run::err);
        Weights made = Weights.read(out.resolve("weights.safetensors"));
        assertEquals("non-local,end-to-end", made.card().get("without"));
        assertFalse(made.tensors().containsKey("mapping.nonLocal.theta.weight"));
        assertArrayEquals(
                Weights.read(vae).tensors().get("encoder.stem.weight").toArray(),
                made.tensors().get("old.encoder.stem.weight").toArray());
    }

    @Test
    void aSecondLookIsAddedToADetector() {
        Path out = folder.resolve("first");
        assertEquals(0, train(out, 1).code());
        Path detector = out.resolve("weights.safetensors");
        Path again = folder.resolve("second");
        Run run = train("second-look", again, 1, "--from", detector, "--keep", folder.resolve("kept"), "--kept", 2);
        assertEquals(0, run.code(), run::err);
        Weights both = Weights.read(again.resolve("weights.safetensors"));
        assertTrue(ScratchDetector.of(both).second().isPresent());
        assertTrue(ScratchDetector.of(Weights.read(detector)).second().isEmpty());
        assertArrayEquals(
                Weights.read(detector).tensors().get("stem.weight").toArray(),
                both.tensors().get("stem.weight").toArray());
        assertFalse(Arrays.equals(
                both.tensors().get("stem.weight").toArray(),
                both.tensors().get("second.stem.weight").toArray()));
    }

    private Run train(Path out, int steps) {
        return train("scratch-detector", out, steps);
    }

    private Run train(String network, Path out, int steps, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "train",
                network,
                "--photos",
                photos,
                "-o",
                out,
                "--steps",
                steps,
                "--batch",
                1,
                "--device",
                "cpu",
                "--resume"));
        arguments.addAll(List.of(more));
        if (!arguments.contains("--side")) {
            arguments.addAll(List.of("--side", 32, "--every", 1));
        }
        return run(arguments.toArray());
    }

    @Test
    void saysThatThereIsNoCuda() {
        assumeTrue(Torch.best() == Torch.Device.CPU, "this machine has CUDA");
        Run run = run("train", "tone", "--photos", photos, "-o", folder.resolve("run"), "--device", "cuda");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("there is no CUDA device"), run::err);
    }
}
