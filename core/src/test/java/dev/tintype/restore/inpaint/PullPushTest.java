package dev.tintype.restore.inpaint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class PullPushTest {
    private static final Size SIZE = new Size(200, 150);

    private static Photo ramp() {
        return new Photo(List.of(Plane.of(SIZE, (row, column) -> 0.2f + 0.002f * column + 0.001f * row)));
    }

    private static Mask line(int from, int width) {
        return new Mask(Plane.of(SIZE, (_, column) -> column >= from && column < from + width ? 1 : 0));
    }

    @Test
    void fillsAScratchThroughARampNearlyAsItWas() {
        Photo filled = new PullPush(line(80, 5)).apply(ramp());
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 80; column < 85; column++) {
                assertEquals(
                        ramp().planes().getFirst().at(row, column),
                        filled.planes().getFirst().at(row, column),
                        0.01f);
            }
        }
    }

    @Test
    void mixesNothingUnknownIntoTheEdgeOfADeepHole() {
        Size wide = new Size(500, 80);
        Photo photo = new Photo(List.of(Plane.of(wide, (_, column) -> column < 100 ? 0.2f : 0.9f)));
        Mask hole = new Mask(Plane.of(wide, (_, column) -> column < 100 ? 0 : 1));
        Plane filled = new PullPush(hole).apply(photo).planes().getFirst();
        assertEquals(0.2f, filled.at(40, 130), 1e-5f);
        assertEquals(0.9f, filled.at(40, 499));
    }
}
