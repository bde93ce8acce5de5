package dev.tintype.restore.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import dev.tintype.photo.Tiles;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Stage;
import java.util.Random;
import java.util.stream.IntStream;

/// What every stage promises.
final class StageContract {
    private StageContract() {}

    /// Edges, a ramp and noise.
    ///
    /// @param planes 1 or 3
    static Photo noisy(Size size, int planes, double sigma) {
        Random random = new Random(7);
        return new Photo(IntStream.range(0, planes)
                .mapToObj(c -> Plane.of(size, (row, column) -> {
                    double sound = (row / 9 + column / 13) % 2 == 0 ? 0.3 + 0.1 * c : 0.6 + 0.001 * column;
                    return (float) Math.clamp(sound + sigma * random.nextGaussian(), 0, 1);
                }))
                .toList());
    }

    /// Keeps the size, the number of planes, the argument, and says the same twice, for any size.
    static void assertKept(Stage stage) {
        for (Size size : new Size[] {
            new Size(1, 1), new Size(1, 9), new Size(9, 1), new Size(3, 5), new Size(8, 8), new Size(70, 33)
        }) {
            for (int planes = 1; planes <= 3; planes += 2) {
                Photo photo = noisy(size, planes, 0.1);
                Photo result = stage.apply(photo);
                assertEquals(size, result.size());
                assertEquals(planes, result.planes().size());
                assertEquals(0, ClassicalBench.difference(photo, noisy(size, planes, 0.1)));
                assertEquals(0, ClassicalBench.difference(result, stage.apply(photo)));
                for (Plane plane : result.planes()) {
                    for (float x : plane.toArray()) {
                        assertTrue(x > -0.5 && x < 1.5, () -> x + " by " + stage);
                    }
                }
            }
        }
    }

    /// Gives in a tile, to the bit, what it gives in the whole photo.
    static void assertTilesMeet(Stage stage) {
        int halo = (assertInstanceOf(Reach.Local.class, stage.reach()).halo() + 63) / 64 * 64;
        Photo photo = noisy(new Size(64 + 2 * halo + 70, 40 + halo), 1, 0.1);
        Photo whole = stage.apply(photo);
        for (Tiles.Tile tile : new Tiles(photo.size(), 64, halo).all()) {
            if (tile.core().column() == halo + 64 && tile.core().row() == 0) {
                Region core = tile.core();
                Photo part = stage.apply(photo.crop(tile.seen())).crop(tile.inside());
                assertTrue(tile.seen().column() > 0);
                assertArrayEquals(
                        whole.crop(core).planes().getFirst().toArray(),
                        part.planes().getFirst().toArray());
            }
        }
    }

    /// Changes nothing at all.
    static void assertNothing(Stage stage) {
        Photo photo = noisy(new Size(30, 20), 3, 0.1);
        assertEquals(0, ClassicalBench.difference(photo, stage.apply(photo)));
    }
}
