package dev.tintype.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class PsnrTest {
    private static Photo flat(int side, float level) {
        return new Photo(List.of(Plane.of(new Size(side, side), (_, _) -> level)));
    }

    @Test
    void isTwentyDecibelsForAnErrorOfATenth() {
        assertEquals(20, new Psnr().score(flat(5, 0.6f), flat(5, 0.5f)), 1e-4);
    }

    @Test
    void isInfiniteForEqualPhotos() {
        assertEquals(Double.POSITIVE_INFINITY, new Psnr().score(flat(5, 0.5f), flat(5, 0.5f)));
    }

    @Test
    void refusesPhotosOfDifferentSize() {
        assertThrows(IllegalArgumentException.class, () -> new Psnr().score(flat(5, 0), flat(6, 0)));
    }
}
