package dev.tintype.restore.inpaint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatchMatchTest {
    private static final Size SIZE = new Size(120, 100);
    private static final Mask HOLE =
            new Mask(Plane.of(SIZE, (row, column) -> Math.hypot(row - 50, column - 60) < 13 ? 1 : 0));

    private static Photo bricks() {
        return new Photo(List.of(Plane.of(
                SIZE, (row, column) -> row % 6 == 0 || (column + row / 6 % 2 * 5) % 10 == 0 ? 0.9f : 0.3f)));
    }

    @Test
    void continuesAPattern() {
        Plane filled = new PatchMatch(HOLE, 3, 5).apply(bricks()).planes().getFirst();
        double error = 0;
        for (int row = 37; row < 63; row++) {
            for (int column = 47; column < 73; column++) {
                error += Math.abs(
                        filled.at(row, column) - bricks().planes().getFirst().at(row, column));
            }
        }
        assertEquals(0, error / (26 * 26), 0.03);
    }

    @Test
    void isBetterThanOthers() {
        FillBench.assertPsnr("camera__inpaint_scratch", 38.8, mask -> new PatchMatch(mask, 3, 5)); // best 37.83
        FillBench.assertPsnr("camera__inpaint_holes", 42.8, mask -> new PatchMatch(mask, 3, 5)); // 38.56
        FillBench.assertPsnr("camera__inpaint_mix", 35.2, mask -> new PatchMatch(mask, 3, 5)); // 33.56
        FillBench.assertPsnr("astronaut__inpaint_mix", 32.3, mask -> new PatchMatch(mask, 3, 5)); // 30.12
    }
}
