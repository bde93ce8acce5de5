package dev.tintype.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class NiqeTest {
    private static final Niqe NIQE = new Niqe();

    /// Values of the authors' definition in SciPy with the same model of sound photos; shapes by its table in steps of
    /// 0.001.
    @Test
    void agreesWithTheDefinition() {
        assertEquals(17.5359, NIQE.score(Textures.COLOUR), 1e-3);
        assertEquals(25.3671, NIQE.score(Textures.GREY), 1e-3);
    }

    /// Values of the same program.
    @Test
    void agreesWithTheDefinitionOnTheBenchmark() {
        assertEquals(2.5615, NIQE.score(Textures.paired("truth/0017")), 1e-3);
        assertEquals(5.7721, NIQE.score(Textures.paired("unstructured/0017")), 1e-3);
        assertEquals(3.5070, NIQE.score(Textures.paired("truth/01")), 1e-3);
        assertEquals(7.6800, NIQE.score(Textures.paired("mixed/01")), 1e-3);
    }

    @Test
    void isNothingForWhatTheModelWasFittedTo() {
        NaturalScenes own = NaturalScenes.of(Textures.COLOUR);
        assertEquals(0, new Niqe(own).score(Textures.COLOUR), 1e-9);
    }

    @Test
    void refusesPhotosWithoutTwoPatches() {
        Photo narrow = Textures.flat(new Size(191, 150));
        String message = assertThrows(IllegalArgumentException.class, () -> NIQE.score(narrow))
                .getMessage();
        assertTrue(message.contains("there are 0"), message);
        assertThrows(IllegalArgumentException.class, () -> NIQE.score(Textures.flat(new Size(400, 400))));
    }

    @Test
    void modelsComeBackFromText() {
        NaturalScenes fitted =
                NaturalScenes.fit(List.of(() -> Textures.COLOUR_TRUTH, () -> Textures.GREY_TRUTH), "two textures, CC0");
        assertTrue(fitted.card().contains("of 2 photos: two textures, CC0"), fitted.card());
        NaturalScenes read = NaturalScenes.parse(fitted.text());
        assertEquals(fitted.card(), read.card());
        assertEquals(new Niqe(fitted).score(Textures.COLOUR), new Niqe(read).score(Textures.COLOUR), 1e-3);
        assertThrows(IllegalArgumentException.class, () -> NaturalScenes.parse("{\"mean\": [1]}"));
        assertThrows(IllegalArgumentException.class, () -> NaturalScenes.parse("{"));
    }

    @Test
    void theModelThatShipsSaysWhereItComesFrom() {
        assertTrue(NIQE.sound().card().contains("1275 photos"), NIQE.sound().card());
    }
}
