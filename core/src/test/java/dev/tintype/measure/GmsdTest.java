package dev.tintype.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tintype.photo.Size;
import org.junit.jupiter.api.Test;

class GmsdTest {
    private static double score(String restored, String truth) {
        return new Gmsd().score(Textures.paired(restored), Textures.paired(truth));
    }

    @Test
    void isNothingForEqualPhotos() {
        assertEquals(0, new Gmsd().score(Textures.GREY, Textures.GREY), 1e-12);
    }

    /// Values of the published definition in SciPy, by convolution in two dimensions.
    @Test
    void agreesWithTheDefinition() {
        assertEquals(0.05785, new Gmsd().score(Textures.COLOUR, Textures.COLOUR_TRUTH), 1e-3);
        assertEquals(0.08084, new Gmsd().score(Textures.GREY, Textures.GREY_TRUTH), 1e-3);
    }

    /// Values of the same program.
    @Test
    void agreesWithTheDefinitionOnTheBenchmark() {
        assertEquals(0.05891, score("unstructured/0017", "truth/0017"), 1e-3);
        assertEquals(0.12947, score("structured/01", "truth/01"), 1e-3);
        assertEquals(0.19502, score("mixed/01", "truth/01"), 1e-3);
    }

    @Test
    void refusesPhotosOfDifferentSize() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Gmsd().score(Textures.flat(new Size(9, 9)), Textures.flat(new Size(9, 8))));
    }
}
