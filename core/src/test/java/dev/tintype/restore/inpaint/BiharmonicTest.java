package dev.tintype.restore.inpaint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class BiharmonicTest {
    private static final Size SIZE = new Size(80, 60);

    @Test
    void findsABiharmonicSurfaceAgain() {
        Plane saddle = Plane.of(SIZE, (row, column) -> {
            float x = (column - 40) / 40f;
            float y = (row - 30) / 30f;
            return 0.5f + 0.2f * x * y + 0.1f * x * x - 0.1f * y * y + 0.05f * x * x * x;
        });
        Mask hole = new Mask(Plane.of(SIZE, (row, column) -> Math.hypot(row - 30, column - 40) < 15 ? 1 : 0));
        Plane filled =
                new Biharmonic(hole).apply(new Photo(List.of(saddle))).planes().getFirst();
        for (int row = 15; row < 45; row++) {
            for (int column = 25; column < 55; column++) {
                assertEquals(saddle.at(row, column), filled.at(row, column), 2e-4f);
            }
        }
    }

    @Test
    void isAsGoodAsOthers() {
        FillBench.assertPsnr("camera__inpaint_scratch", 37.75, Biharmonic::new); // scikit-image 37.83
        FillBench.assertPsnr("camera__inpaint_holes", 38.3, Biharmonic::new); // best of others 38.56
        FillBench.assertPsnr("camera__inpaint_mix", 34.0, Biharmonic::new); // 33.56
        FillBench.assertPsnr("astronaut__inpaint_mix", 32.6, Biharmonic::new); // 30.12
    }
}
