package dev.tintype.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import org.junit.jupiter.api.Test;

class MirrorTest {
    @Test
    void repeatsTheBorderFirst() {
        Plane line = Plane.of(new Size(3, 1), (_, column) -> column);
        Plane framed = Mirror.framed(line, 4);
        assertEquals(new Size(11, 9), framed.size());
        float[] first = new float[11];
        System.arraycopy(framed.toArray(), 0, first, 0, 11);
        assertArrayEquals(new float[] {2, 2, 1, 0, 0, 1, 2, 2, 1, 0, 0}, first);
    }
}
