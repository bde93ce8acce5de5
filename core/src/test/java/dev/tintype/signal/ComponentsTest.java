package dev.tintype.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Size;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComponentsTest {
    private static final Size SIZE = new Size(5, 3);

    @Test
    void diagonalNeighboursTouchAndRowsDoNotWrap() {
        // X . . . X
        // . X . . X
        // X . . . .
        boolean[] chosen = new boolean[15];
        for (int i : new int[] {0, 4, 6, 9, 10}) {
            chosen[i] = true;
        }
        List<List<Integer>> parts = Components.of(chosen, SIZE);
        assertEquals(
                Set.of(Set.of(0, 6, 10), Set.of(4, 9)),
                Set.copyOf(parts.stream().map(Set::copyOf).toList()));
        assertEquals(3, Components.length(parts.getFirst(), SIZE));
        assertEquals(2, Components.length(parts.getLast(), SIZE));
    }

    @Test
    void nothingChosenHasNoParts() {
        assertTrue(Components.of(new boolean[15], SIZE).isEmpty());
    }
}
