package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class SceneNeedTest {
    private static final Size SIZE = new Size(20, 10);

    private static Plane flat(double level) {
        return Plane.of(SIZE, (_, _) -> (float) level);
    }

    private static double share(double change, double lost) {
        SceneNeed need = new SceneNeed();
        need.see(new Photo(List.of(flat(0.5))), new Photo(List.of(flat(0.5 + change))), flat(lost));
        return need.share();
    }

    @Test
    void littleChangeIsNoNeed() {
        assertEquals(0, share(0.005, 0));
        assertEquals(0, share(-0.011, 0));
        assertEquals(1, share(0.03, 0));
        assertEquals(0.5, share(0.017, 0), 0.01);
    }

    @Test
    void whatIsLostDoesNotCount() {
        assertEquals(0, share(0.3, 1));
        SceneNeed need = new SceneNeed();
        Plane half = Plane.of(SIZE, (_, column) -> column < 10 ? 1 : 0);
        Plane after = Plane.of(SIZE, (_, column) -> column < 10 ? 0.9f : 0.505f);
        need.see(new Photo(List.of(flat(0.5))), new Photo(List.of(after)), half);
        assertEquals(0, need.share());
    }

    @Test
    void anEmptyPhotoNeedsNothing() {
        assertTrue(new SceneNeed().share() == 0);
    }
}
