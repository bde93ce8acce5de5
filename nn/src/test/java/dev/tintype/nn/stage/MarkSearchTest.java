package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.net.ScratchNet;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkSearchTest {
    private static final Size SIZE = new Size(48, 32);
    private static final ScratchDetector ALL = detector(Map.of("head.bias", Tensor.full(9, 4)));
    private static final ScratchDetector SOME = detector(Map.of());
    private static final MarkSearch BOTH = new MarkSearch(ALL, Optional.of(SOME));

    private static ScratchDetector detector(Map<String, Tensor> known) {
        return new ScratchDetector(
                ScratchNet.of(new FreshParameters(4, known), SmallWeights.SMALL_DETECTOR), Optional.empty());
    }

    private static Plane light(double black, double white) {
        return Plane.of(SIZE, (row, column) ->
                (float) (black + (white - black) * ((row * 31 + column * column * 7) % 50 / 50.0)));
    }

    private static Photo sepia() {
        return new Photo(List.of(light(0.2, 0.95), light(0.1, 0.9), light(0.05, 0.7)));
    }

    private static void assertSame(Samples one, Samples other) {
        for (int i = 0; i < SIZE.area(); i++) {
            int row = i / SIZE.width();
            int column = i % SIZE.width();
            assertEquals(one.raw(0, row, column), other.raw(0, row, column), row + ", " + column);
        }
    }

    @Test
    void looksAtTheBrightnessAloneOfAScanInOneTone() {
        MarkSearch.Found found = BOTH.find(Samples.of(sepia(), Depth.BITS_8), _ -> {});
        assertEquals("scratch-detector-grey", found.weights());
        Photo grey = new Photo(List.of(Samples.of(sepia(), Depth.BITS_8).photo().luminance()));
        assertSame(SOME.find(Samples.of(grey, Depth.BITS_8), _ -> {}), found.lost());
    }

    @Test
    void looksAtAllColoursOfAScanInColour() {
        Plane light = light(0, 1);
        Plane other = Plane.of(SIZE, (row, column) -> (row * 17 + column * 5) % 40 / 40f);
        Samples scan = Samples.of(new Photo(List.of(light, other, light)), Depth.BITS_8);
        MarkSearch.Found found = BOTH.find(scan, _ -> {});
        assertEquals("scratch-detector", found.weights());
        assertSame(ALL.find(scan, _ -> {}), found.lost());
    }

    @Test
    void goesWithoutANetworkForGrey(@TempDir Path folder) throws IOException {
        SmallWeights.in(folder);
        Samples scan = Samples.of(sepia(), Depth.BITS_16);
        assertEquals(
                "scratch-detector", MarkSearch.open(folder).find(scan, _ -> {}).weights());
        Files.copy(folder.resolve("scratch-detector.safetensors"), folder.resolve("scratch-detector-grey.safetensors"));
        assertEquals(
                "scratch-detector-grey",
                MarkSearch.open(folder).find(scan, _ -> {}).weights());
    }

    @Test
    void findsBrightAndDarkCreasesInAGreyPhoto() {
        Plane sound = PhotoReader.read(Path.of("../docs/pictures/after-1.jpg"))
                .samples()
                .photo()
                .luminance();
        for (float tone : new float[] {215 / 255f, 25 / 255f}) {
            Plane creased =
                    Plane.of(sound.size(), (row, column) -> isCrease(row, column) ? tone : sound.at(row, column));
            Samples lost = MarkSearch.open(Path.of("../weights/tintype-s"))
                    .find(Samples.of(new Photo(List.of(creased)), Depth.BITS_8), _ -> {})
                    .lost();
            int creases = 0;
            int found = 0;
            int wrong = 0;
            for (int row = 0; row < sound.size().height(); row++) {
                for (int column = 0; column < sound.size().width(); column++) {
                    boolean taken = lost.raw(0, row, column) > 127;
                    if (isCrease(row, column)) {
                        creases++;
                        found += taken ? 1 : 0;
                    } else if (taken && !isCrease(row, column - 3) && !isCrease(row, column + 3)) {
                        wrong++;
                    }
                }
            }
            assertTrue(found > 0.8 * creases, found + " of " + creases + " found, of tone " + tone);
            assertTrue(wrong < 0.15 * creases, wrong + " besides " + creases + ", of tone " + tone);
        }
    }

    /// Two lines of three pixels across the photo.
    private static boolean isCrease(int row, int column) {
        return Math.abs(column - 200 + row / 3) <= 1 || Math.abs(column - 60 - row / 2) <= 1;
    }
}
