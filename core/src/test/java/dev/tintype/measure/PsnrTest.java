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

    /// Values of `peak_signal_noise_ratio` of scikit-image 0.19.
    @Test
    void agreesWithScikitImage() {
        assertEquals(18.7908, new Psnr().score(Textures.COLOUR, Textures.COLOUR_TRUTH), 1e-3);
        assertEquals(19.6873, new Psnr().score(Textures.GREY, Textures.GREY_TRUTH), 1e-3);
        assertEquals(
                28.0748, new Psnr().score(Textures.paired("unstructured/0017"), Textures.paired("truth/0017")), 1e-3);
        assertEquals(16.1593, new Psnr().score(Textures.paired("mixed/01"), Textures.paired("truth/01")), 1e-3);
    }
}
