package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.UnusableWeightsException;
import dev.tintype.nn.net.Generator;
import dev.tintype.nn.net.ResnetGenerator;
import dev.tintype.nn.net.ToneNet;
import dev.tintype.nn.net.UnetGenerator;
import dev.tintype.nn.stage.Restorer.Progress;
import dev.tintype.nn.stage.Restorer.Request;
import dev.tintype.nn.stage.Restorer.Restoration;
import dev.tintype.nn.torch.SafeTensors;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Metadata;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.photo.Tiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineRestorerTest {
    @TempDir
    private Path folder;

    /// As deep as those that are trained, but narrow.
    private static Generator network(String name, FreshParameters parameters) {
        return name.equals("pix2pix")
                ? UnetGenerator.of(parameters, List.of(6, 8, 8, 8, 8))
                : ResnetGenerator.of(parameters, 4);
    }

    private Path weights(String name) throws IOException {
        FreshParameters parameters = new FreshParameters(4, Map.of());
        network(name, parameters);
        return write(name, parameters.tensors());
    }

    private Path write(String name, Map<String, Tensor> tensors) throws IOException {
        new SafeTensors(tensors, Map.of()).write(folder.resolve(name + ".safetensors"), false);
        return folder;
    }

    private static float wave(int row, int column, int channel) {
        int noise = (row * 7919 + column * 104729 + channel * 1299709) % 97;
        return (float) (0.5 + 0.3 * Math.sin(0.1 * column + channel) * Math.cos(0.07 * row)) + noise / 970f - 0.05f;
    }

    private static Samples samples(Size size, int channels, Depth depth) {
        Samples samples = new Samples(size, channels, depth);
        for (int c = 0; c < channels; c++) {
            int channel = c;
            for (int row = 0; row < size.height(); row++) {
                for (int column = 0; column < size.width(); column++) {
                    samples.put(c, row, column, Math.round(wave(row, column, channel) * depth.white()));
                }
            }
        }
        return samples;
    }

    private static Restoration restore(Path weights, Samples samples, double strength) {
        return BaselineRestorer.open(weights)
                .restore(
                        new Scan(samples, Optional.empty(), Metadata.NONE),
                        new Request(Optional.empty(), true, strength),
                        Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pix2pix", "cyclegan"})
    void tilesMeetWithinATenthOfAStep(String name) {
        PhotoTranslation painting = new PhotoTranslation(network(name, new FreshParameters(3, Map.of())));
        Photo photo = samples(new Size(470, 390), 3, Depth.FLOAT).photo();
        Photo whole = painting.apply(photo);
        double worst = 0;
        for (Tiles.Tile tile : new Tiles(photo.size(), 64, Generator.REACH).all()) {
            Photo part = painting.apply(photo.crop(tile.seen())).crop(tile.inside());
            worst = Math.max(worst, difference(part, whole.crop(tile.core())));
        }
        assertEquals(0, worst, 0.1 / 255);
    }

    private static double difference(Photo a, Photo b) {
        double worst = 0;
        for (int c = 0; c < a.planes().size(); c++) {
            Plane x = a.planes().get(c);
            Plane y = b.planes().get(c);
            for (int row = 0; row < x.size().height(); row++) {
                for (int column = 0; column < x.size().width(); column++) {
                    worst = Math.max(worst, Math.abs(x.at(row, column) - y.at(row, column)));
                }
            }
        }
        return worst;
    }

    @ParameterizedTest
    @ValueSource(strings = {"pix2pix", "cyclegan"})
    void paintsPhotosOfAnySizeDepthAndChannels(String name) throws IOException {
        Path weights = weights(name);
        for (Depth depth : Depth.values()) {
            Samples before = samples(new Size(37, 21), depth == Depth.BITS_16 ? 1 : 3, depth);
            Restoration restoration = restore(weights, before, 1);
            Samples after = restoration.restored().samples();
            assertEquals(before.size(), after.size());
            assertEquals(depth, after.depth());
            assertEquals(before.channels(), after.channels());
            assertNotEquals(0, difference(before.photo(), after.photo()));
            assertEquals(name, restoration.steps().getFirst().weights());
            assertEquals(
                    0,
                    difference(
                            before.photo(),
                            restore(weights, before, 0).restored().samples().photo()));
        }
    }

    @Test
    void takesFadingBackWhereThereIsANetworkForIt() throws IOException {
        Path weights = weights("pix2pix");
        Samples before = samples(new Size(64, 64), 3, Depth.BITS_8);
        assertEquals(1, restore(weights, before, 1).steps().size());
        FreshParameters tone = new FreshParameters(1, Map.of());
        ToneNet.of(tone, 4);
        write("tone", tone.tensors());
        assertEquals(
                List.of("pix2pix", "unfade"),
                restore(weights, before, 1).steps().stream()
                        .map(Restorer.Step::name)
                        .toList());
    }

    @Test
    void knowsItsFolders() throws IOException {
        assertFalse(BaselineRestorer.isIn(folder));
        assertThrows(UnusableWeightsException.class, () -> BaselineRestorer.open(folder));
        assertTrue(BaselineRestorer.isIn(weights("cyclegan")));
        Files.move(folder.resolve("cyclegan.safetensors"), folder.resolve("pix2pix.safetensors"));
        assertThrows(UnusableWeightsException.class, () -> BaselineRestorer.open(folder));
    }
}
