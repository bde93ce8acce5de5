package dev.tintype.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tintype.nn.torch.Torch;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

    private Run train(Path out, int steps) {
        return run(
                "train",
                "scratch-detector",
                "--photos",
                photos,
                "-o",
                out,
                "--steps",
                steps,
                "--batch",
                1,
                "--side",
                32,
                "--every",
                1,
                "--device",
                "cpu",
                "--resume");
    }

    @Test
    void saysThatThereIsNoCuda() {
        assumeTrue(Torch.best() == Torch.Device.CPU, "this machine has CUDA");
        Run run = run("train", "tone", "--photos", photos, "-o", folder.resolve("run"), "--device", "cuda");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("there is no CUDA device"), run::err);
    }
}
