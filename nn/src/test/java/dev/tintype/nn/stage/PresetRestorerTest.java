package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.UnusableWeightsException;
import dev.tintype.nn.stage.Restorer.Progress;
import dev.tintype.nn.stage.Restorer.Request;
import dev.tintype.nn.stage.Restorer.Restoration;
import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetRestorerTest {
    @TempDir
    private static Path folder;

    private static Restorer restorer;

    @BeforeAll
    static void open() throws IOException {
        restorer = PresetRestorer.family(SmallWeights.in(folder));
    }

    private static Scan scan(Size size, int channels, Depth depth) {
        Samples samples = new Samples(size, channels, depth);
        Random random = new Random(5);
        for (int c = 0; c < channels; c++) {
            for (int row = 0; row < size.height(); row++) {
                for (int column = 0; column < size.width(); column++) {
                    double wave = 0.5 + 0.4 * Math.sin(0.05 * column + 0.08 * row + c) + 0.05 * random.nextGaussian();
                    samples.put(c, row, column, (float) Math.rint(Math.clamp(wave, 0, 1) * depth.white()));
                }
            }
        }
        return new Scan(samples, Optional.empty(), Metadata.NONE);
    }

    private static Request with(double strength) {
        return new Request(Optional.empty(), false, strength);
    }

    @Test
    void keepsSizeChannelsAndDepth() {
        for (int channels : new int[] {1, 3}) {
            for (Depth depth : Depth.values()) {
                Samples restored = restorer.restore(scan(new Size(37, 21), channels, depth), with(1), Progress.NONE)
                        .restored()
                        .samples();
                assertEquals(new Size(37, 21), restored.size());
                assertEquals(channels, restored.channels());
                assertEquals(depth, restored.depth());
            }
        }
    }

    @Test
    void givesTheVeryScanBackWithoutStrength() {
        Scan scan = scan(new Size(70, 50), 3, Depth.BITS_16);
        Samples restored =
                restorer.restore(scan, with(0), Progress.NONE).restored().samples();
        for (int row = 0; row < 50; row++) {
            for (int column = 0; column < 70; column++) {
                assertEquals(scan.samples().raw(1, row, column), restored.raw(1, row, column));
            }
        }
    }

    @Test
    void survivesAPhotoOfOnePixel() {
        Restoration result = restorer.restore(scan(new Size(1, 1), 3, Depth.BITS_8), Request.USUAL, Progress.NONE);
        assertEquals(new Size(1, 1), result.restored().samples().size());
    }

    @Test
    void reportsProgressAndSteps() {
        List<Double> shares = new ArrayList<>();
        Restoration result = restorer.restore(
                scan(new Size(140, 130), 1, Depth.BITS_8), Request.USUAL, (_, _, share) -> shares.add(share));
        assertEquals(1.0, shares.getLast());
        List<String> names = result.steps().stream().map(step -> step.name()).toList();
        assertEquals("find-scratches", names.getFirst());
        assertEquals(List.of("scene", "unfade"), names.subList(names.size() - 2, names.size()));
    }

    @Test
    void refusesAMaskOfAnotherSize() {
        Samples mask = new Samples(new Size(3, 3), 1, Depth.BITS_8);
        Request request = new Request(Optional.of(mask), false, 1);
        Scan scan = scan(new Size(64, 64), 1, Depth.BITS_8);
        String message = assertThrows(
                        IllegalArgumentException.class, () -> restorer.restore(scan, request, Progress.NONE))
                .getMessage();
        assertEquals("the mask is 3 x 3 pixels, the photo 64 x 64; they must be the same", message);
    }

    @Test
    void refusesAStrengthThatIsNone() {
        for (double strength : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> with(strength));
        }
    }

    @Test
    void neverRunsWithoutWeights() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        String message = assertThrows(UnusableWeightsException.class, () -> PresetRestorer.family(empty))
                .getMessage();
        assertTrue(message.contains("scratch-detector.safetensors are not there"), message);
    }
}
