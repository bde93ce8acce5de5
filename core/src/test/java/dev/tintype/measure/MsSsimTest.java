package dev.tintype.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Size;
import org.junit.jupiter.api.Test;

class MsSsimTest {
    private static double score(String restored, String truth) {
        return new MsSsim().score(Textures.paired(restored), Textures.paired(truth));
    }

    @Test
    void isOneForEqualPhotos() {
        assertEquals(1, new MsSsim().score(Textures.COLOUR, Textures.COLOUR), 1e-9);
    }

    /// Values of the published definition in SciPy, with whole windows instead of profiles.
    @Test
    void agreesWithTheDefinition() {
        assertEquals(0.95196, new MsSsim().score(Textures.COLOUR, Textures.COLOUR_TRUTH), 1e-3);
        assertEquals(0.91467, new MsSsim().score(Textures.GREY, Textures.GREY_TRUTH), 1e-3);
    }

    /// Values of the same program.
    @Test
    void agreesWithTheDefinitionOnTheBenchmark() {
        assertEquals(0.95530, score("unstructured/0017", "truth/0017"), 1e-3);
        assertEquals(0.94064, score("structured/01", "truth/01"), 1e-3);
        assertEquals(0.71646, score("mixed/01", "truth/01"), 1e-3);
    }

    @Test
    void refusesPhotosWithoutAFifthScale() {
        Photo small = Textures.flat(new Size(MsSsim.LEAST_SIDE - 1, 400));
        assertThrows(IllegalArgumentException.class, () -> new MsSsim().score(small, small));
        Photo least = Textures.flat(new Size(MsSsim.LEAST_SIDE, MsSsim.LEAST_SIDE));
        assertEquals(1, new MsSsim().score(least, least), 1e-9);
    }
}
