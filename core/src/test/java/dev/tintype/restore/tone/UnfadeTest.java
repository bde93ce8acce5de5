package dev.tintype.restore.tone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.restore.tone.Unfade.Curve;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnfadeTest {
    private static final Size SIZE = new Size(16, 4);

    private static Plane ramp(float low, float high) {
        return Plane.of(SIZE, (_, column) -> low + (high - low) * column / 15);
    }

    private static final Photo COLOUR = new Photo(List.of(ramp(0.1f, 0.9f), ramp(0.2f, 0.7f), ramp(0.3f, 0.5f)));

    @Test
    void changesNothingWithNeutralNumbers() {
        Photo same = Unfade.NOTHING.apply(COLOUR);
        for (int c = 0; c < 3; c++) {
            for (int x = 0; x < 16; x++) {
                assertEquals(
                        COLOUR.planes().get(c).at(0, x), same.planes().get(c).at(0, x), 1e-6f);
            }
        }
    }

    @Test
    void takesARaisedBlackAndADullWhiteBack() {
        Curve curve = new Curve(0.2, 1 / 0.5, 1);
        Photo faded = new Photo(List.of(ramp(0.2f, 0.7f)));
        Photo restored = new Unfade(curve, curve, curve, 1).apply(faded);
        assertEquals(0, restored.planes().getFirst().at(0, 0), 1e-6f);
        assertEquals(1, restored.planes().getFirst().at(0, 15), 1e-6f);
    }

    @Test
    void strengthensColoursAroundTheLuminance() {
        Photo strong = new Unfade(new Curve(0, 1, 1), new Curve(0, 1, 1), new Curve(0, 1, 1), 2).apply(COLOUR);
        double before = COLOUR.planes().get(0).at(0, 8) - COLOUR.planes().get(2).at(0, 8);
        double after = strong.planes().get(0).at(0, 8) - strong.planes().get(2).at(0, 8);
        assertEquals(2 * before, after, 1e-5);
    }
}
