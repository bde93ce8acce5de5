package dev.tintype.restore.inpaint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.photo.Size;
import org.junit.jupiter.api.Test;

class FrontTest {
    private static final Size SIZE = new Size(41, 41);

    @Test
    void measuresDistancesInsideAndOutside() {
        boolean[] disc = new boolean[SIZE.area()];
        for (int i = 0; i < disc.length; i++) {
            disc[i] = Math.hypot(i / 41 - 20, i % 41 - 20) < 10;
        }
        float[] times = Front.times(Lost.of(SIZE, disc), 5);
        assertEquals(10, times[20 * 41 + 20], 1);
        assertEquals(0, times[20 * 41 + 30]);
        assertEquals(-4, times[20 * 41 + 34], 0.01);
        assertEquals(Float.NEGATIVE_INFINITY, times[20 * 41 + 40]);
    }

    @Test
    void reachesTheEdgeFirst() {
        boolean[] line = new boolean[5];
        line[1] = true;
        line[2] = true;
        line[3] = true;
        Lost lost = Lost.of(new Size(5, 1), line);
        assertArrayEquals(new int[] {1, 3, 2}, Front.order(lost, Front.times(lost, 1)));
    }
}
