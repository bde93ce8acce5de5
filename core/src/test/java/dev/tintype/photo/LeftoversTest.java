package dev.tintype.photo;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class LeftoversTest {
    private static final Size HUGE = new Size(8000, 4000);

    @Test
    void aScanOf32MegapixelsIsHuge() {
        assertTrue(Leftovers.isHuge(HUGE));
        assertFalse(Leftovers.isHuge(new Size(7999, 4000)));
    }

    @Test
    void collectsAfterTwoMegapixelsOfTilesOfAHugeScan() {
        WeakReference<float[]> left = new WeakReference<>(new float[1000]);
        Leftovers.collect(HUGE, 6, 512);
        Leftovers.collect(new Size(100, 100), 7, 512);
        assertNotNull(left.get());
        Leftovers.collect(HUGE, 7, 512);
        assertNull(left.get());
    }
}
