package dev.tintype.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Tiles.Tile;
import java.util.List;
import org.junit.jupiter.api.Test;

class TilesTest {
    private static final Size SIZE = new Size(300, 130);

    @Test
    void coverEveryPixelOnce() {
        int[][] seen = new int[SIZE.height()][SIZE.width()];
        for (Tile tile : new Tiles(SIZE, 128, 64).all()) {
            Region core = tile.core();
            for (int row = 0; row < core.size().height(); row++) {
                for (int column = 0; column < core.size().width(); column++) {
                    seen[core.row() + row][core.column() + column]++;
                }
            }
        }
        for (int[] row : seen) {
            for (int count : row) {
                assertEquals(1, count);
            }
        }
    }

    @Test
    void seeTheirFrameButNothingBeyondThePhoto() {
        List<Tile> tiles = new Tiles(SIZE, 128, 64).all();
        assertEquals(6, tiles.size());
        assertEquals(new Region(0, 64, new Size(236, 130)), tiles.get(1).seen());
        assertEquals(new Region(0, 64, new Size(128, 128)), tiles.get(1).inside());
        for (Tile tile : tiles) {
            assertTrue(tile.seen().row() % 64 == 0 && tile.seen().column() % 64 == 0);
        }
    }
}
