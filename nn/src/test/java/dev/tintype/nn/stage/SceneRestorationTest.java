package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.Weights;
import dev.tintype.nn.net.SceneTranslation;
import dev.tintype.nn.net.SceneVae.Widths;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import dev.tintype.photo.Tiles;
import dev.tintype.restore.inpaint.PullPush;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SceneRestorationTest {
    private static final Path SHIPPED = Path.of("../weights/tintype-s/mapping.safetensors");
    private static final Size SIZE = new Size(640, 384);

    private static final Photo PHOTO = new Photo(List.of(
            Plane.of(SIZE, (row, column) -> wave(row, column, 0)),
            Plane.of(SIZE, (row, column) -> wave(row, column, 1)),
            Plane.of(SIZE, (row, column) -> wave(row, column, 2))));

    private static final Mask LINE =
            new Mask(Plane.of(SIZE, (row, column) -> Math.abs(row + column / 3 - 200) < 3 ? 1 : 0));

    private static float wave(int row, int column, int channel) {
        int noise = (row * 7919 + column * 104729 + channel * 1299709) % 97;
        return (float) (0.5 + 0.3 * Math.sin(0.1 * column + channel) * Math.cos(0.07 * row))
                + noise / 97f * 0.1f
                - 0.05f;
    }

    @Test
    void tilesOfTheShippedNetworkMeetWithinOneOf255() {
        Assumptions.assumeTrue(Files.exists(SHIPPED), SHIPPED + " is not there");
        SceneTranslation network = SceneTranslation.of(Weights.read(SHIPPED));
        Photo whole = new SceneRestoration(network, LINE).apply(PHOTO);
        double worst = 0;
        for (Tiles.Tile tile : new Tiles(SIZE, 128, 128).all()) {
            Photo part = new SceneRestoration(network, new Mask(LINE.damage().crop(tile.seen())))
                    .apply(PHOTO.crop(tile.seen()))
                    .crop(tile.inside());
            worst = Math.max(worst, difference(part, whole.crop(tile.core())));
        }
        assertEquals(0, worst, 1.0 / 255);
    }

    @Test
    void aNetworkWithoutNonLocalBlockIsKnownByItsWeights() {
        FreshParameters whole = new FreshParameters(2, Map.of());
        SceneTranslation.of(whole, new Widths(8, 8, 8, 8));
        FreshParameters without = new FreshParameters(2, Map.of());
        SceneTranslation.of(without, new Widths(8, 8, 8, 8), false);
        assertEquals(whole.tensors().size() - 8, without.tensors().size());
        Weights weights = new Weights("without", without.tensors(), Map.of());
        Photo photo = PHOTO.crop(new Region(0, 0, new Size(64, 64)));
        Mask line = new Mask(Plane.of(photo.size(), (row, _) -> row == 30 ? 1 : 0));
        Photo restored = new SceneRestoration(SceneTranslation.of(weights), line).apply(photo);
        assertTrue(difference(photo, restored) > 0.01, "the line is filled");
    }

    @Test
    void seesWhatWasTakenOutOfTheScanButNotWhereItIsLost() {
        FreshParameters parameters = new FreshParameters(2, Map.of("removed.weight", SmallWeights.removed(8)));
        SceneTranslation network = SceneTranslation.of(parameters, new Widths(8, 8, 8, 8));
        Photo smooth = PHOTO.map(plane -> plane.map(x -> Math.round(8 * x) / 8f));
        Photo alone = new SceneRestoration(network, LINE).apply(smooth);
        Photo beside = new SceneRestoration(network, LINE, Optional.of(PHOTO)).apply(smooth);
        assertTrue(difference(alone, beside) > 0.001, "the scan is seen");
        Photo marked = PHOTO.map(plane -> Plane.of(
                SIZE,
                (row, column) ->
                        LINE.damage().at(row, column) > 0 ? 1 - plane.at(row, column) : plane.at(row, column)));
        assertEquals(
                0, difference(beside, new SceneRestoration(network, LINE, Optional.of(marked)).apply(smooth)), 0.0);
    }

    private static double difference(Photo a, Photo b) {
        double worst = 0;
        for (int c = 0; c < 3; c++) {
            for (int row = 0; row < a.size().height(); row++) {
                for (int column = 0; column < a.size().width(); column++) {
                    worst = Math.max(
                            worst,
                            Math.abs(a.planes().get(c).at(row, column)
                                    - b.planes().get(c).at(row, column)));
                }
            }
        }
        return worst;
    }

    @Test
    void paintsOverWhatIsLostBeforeTheNetworkSeesIt() {
        SceneTranslation network = SceneTranslation.of(new FreshParameters(2, Map.of()), new Widths(8, 8, 8, 8));
        Photo filled = new PullPush(LINE).apply(PHOTO);
        assertEquals(
                0,
                difference(
                        new SceneRestoration(network, LINE).apply(PHOTO),
                        new SceneRestoration(network, LINE).apply(filled)),
                1e-6);
    }
}
