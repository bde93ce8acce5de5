package dev.tintype.web.retouch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Size;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final Region ALL = new Region(0, 0, new Size(40, 30));

    @Test
    void aLineCoversWhatIsNearAndFadesOverItsFeather() {
        Outline line = new Outline(false, 6, 4, List.of(new Point(10, 10), new Point(30, 10)));
        Samples cover = Coverage.of(line, ALL, 1);
        for (int row = 0; row < 30; row++) {
            double distance = Math.abs(row + 0.5 - 10);
            double expected = 255 * Math.clamp(1 - (distance - 3) / 4, 0, 1);
            assertEquals(Math.rint(expected), cover.raw(0, row, 20), "row " + row);
        }
        assertEquals(255, cover.raw(0, 9, 7), "the end is round");
        assertEquals(0, cover.raw(0, 9, 2));
    }

    @Test
    void aLassoCoversItsInside() {
        List<Point> square = List.of(new Point(5, 5), new Point(25, 5), new Point(25, 20), new Point(5, 20));
        Samples cover = Coverage.of(new Outline(true, 0, 0, square), ALL, 1);
        for (int row = 0; row < 30; row++) {
            for (int column = 0; column < 40; column++) {
                boolean inside = row >= 5 && row < 20 && column >= 5 && column < 25;
                assertEquals(inside ? 255 : 0, cover.raw(0, row, column), row + " " + column);
            }
        }
    }

    @Test
    void aPartIsWhatTheWholeHas() {
        Outline hook = new Outline(false, 5, 3, List.of(new Point(3, 4), new Point(33, 20), new Point(12, 27)));
        Samples whole = Coverage.of(hook, ALL, 1);
        Region part = new Region(11, 7, new Size(20, 15));
        Samples cut = Coverage.of(hook, part, 1);
        for (int row = 0; row < 15; row++) {
            for (int column = 0; column < 20; column++) {
                assertEquals(whole.raw(0, 11 + row, 7 + column), cut.raw(0, row, column));
            }
        }
    }

    @Test
    void aThinLineIsSeenFromAfar() {
        Outline thin = new Outline(false, 1, 0, List.of(new Point(0, 33), new Point(320, 33)));
        Samples small = Coverage.of(thin, ALL, 8);
        assertEquals(255, small.raw(0, 4, 20));
        assertEquals(0, small.raw(0, 6, 20));
    }

    @Test
    void tooMuchIsRefused() {
        List<Point> many = Collections.nCopies(20_001, new Point(1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Outline(false, 1, 0, many));
        assertThrows(IllegalArgumentException.class, () -> new Outline(false, 4000, 0, many.subList(0, 1000)));
        assertThrows(IllegalArgumentException.class, () -> new Outline(false, -1, 0, many.subList(0, 1)));
        assertThrows(IllegalArgumentException.class, () -> new Point(Double.NaN, 0));
    }
}
