package dev.tintype.nn.official;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.UnusableWeightsException;
import dev.tintype.nn.official.checkpoint.SmallRelease;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.restore.Phase;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// With small networks that have learnt nothing: only shapes and ranges can be looked at.
class OfficialRestorationTest {
    @TempDir
    private static Path folder = Path.of("");

    private static OfficialWeights weights = new OfficialWeights(folder);

    @BeforeAll
    static void importsWeights() {
        weights = SmallRelease.importedTo(folder);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "9, 20", "64, 32"})
    void keepsTheSize(int width, int height) {
        for (OfficialRestoration restoration : List.of(
                OfficialRestoration.ofQuality(weights, Manner.KEEPING),
                OfficialRestoration.ofScratches(weights, Manner.KEEPING),
                OfficialRestoration.ofLargePhotos(weights, Manner.KEEPING))) {
            for (Photo photo : List.of(photo(width, height, 1), photo(width, height, 3))) {
                Photo restored = restoration.apply(photo);
                assertEquals(photo.size(), restored.size());
                assertEquals(photo.planes().size(), restored.planes().size());
                assertTrue(darkest(restored) >= 0);
            }
        }
    }

    @Test
    void resamplesAndStretchesAsTheRelease() {
        Photo photo = photo(33, 47, 3);
        Photo plain = OfficialRestoration.ofQuality(weights, Manner.RELEASE).apply(photo);
        assertEquals(new Size(32, 48), plain.size());
        assertEquals(0, darkest(plain));
        Photo filled = OfficialRestoration.ofScratches(weights, Manner.RELEASE).apply(photo, hole(33, 47));
        assertEquals(new Size(32, 48), filled.size());
    }

    @Test
    void givesTheSameForTheSame() {
        OfficialRestoration restoration = OfficialRestoration.ofScratches(weights, Manner.KEEPING);
        Photo photo = photo(40, 40, 3);
        assertEquals(
                restoration.apply(photo, hole(40, 40)).planes().getFirst().at(20, 20),
                restoration.apply(photo, hole(40, 40)).planes().getFirst().at(20, 20));
    }

    @Test
    void looksAtNoPixelInsideAHole() {
        OfficialRestoration restoration = OfficialRestoration.ofLargePhotos(weights, Manner.KEEPING);
        Photo photo = photo(64, 64, 3);
        Mask hole = hole(64, 64);
        Photo spoiled = photo.map(plane -> Plane.of(
                plane.size(), (row, column) -> hole.damage().at(row, column) > 0 ? 0.9f : plane.at(row, column)));
        assertEquals(
                restoration.apply(photo, hole).planes().getLast().at(31, 30),
                restoration.apply(spoiled, hole).planes().getLast().at(31, 30));
    }

    @Test
    void refusesAMaskOfAnotherSize() {
        OfficialRestoration restoration = OfficialRestoration.ofQuality(weights, Manner.KEEPING);
        assertThrows(IllegalArgumentException.class, () -> restoration.apply(photo(8, 8, 3), hole(9, 8)));
    }

    @Test
    void saysWhenItRuns() {
        assertEquals(
                Phase.DENOISE,
                OfficialRestoration.ofQuality(weights, Manner.KEEPING).phase());
        assertEquals(
                Phase.INPAINT,
                OfficialRestoration.ofScratches(weights, Manner.KEEPING).phase());
    }

    @Test
    void refusesWeightsThatAreNotThere() {
        OfficialWeights none = new OfficialWeights(folder.resolve("none"));
        assertThrows(UnusableWeightsException.class, () -> OfficialRestoration.ofQuality(none, Manner.KEEPING));
    }

    private static Mask hole(int width, int height) {
        return new Mask(Plane.of(
                new Size(width, height), (row, column) -> row > 10 && row < 20 && column > 10 && column < 20 ? 1 : 0));
    }

    private static Photo photo(int width, int height, int planes) {
        Plane plane = Plane.of(
                new Size(width, height), (row, column) -> 0.5f + 0.4f * (float) Math.sin(0.3 * row + 0.2 * column));
        return new Photo(Collections.nCopies(planes, plane));
    }

    private static float darkest(Photo photo) {
        float darkest = 1;
        for (Plane plane : photo.planes()) {
            for (int row = 0; row < plane.size().height(); row++) {
                for (int column = 0; column < plane.size().width(); column++) {
                    darkest = Math.min(darkest, plane.at(row, column));
                }
            }
        }
        return darkest;
    }
}
