package dev.tintype.restore.inpaint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class NavierStokesTest {
    private static final Size SIZE = new Size(40, 40);

    @Test
    void carriesAnEdgeAcrossAScratch() {
        Photo edge = new Photo(List.of(Plane.of(SIZE, (row, _) -> row < 20 ? 0.2f : 0.8f)));
        Mask scratch = new Mask(Plane.of(SIZE, (_, column) -> column >= 18 && column < 22 ? 1 : 0));
        Plane filled = new NavierStokes(scratch, 0.2).apply(edge).planes().getFirst();
        assertEquals(0.2f, filled.at(17, 19), 0.05f);
        assertEquals(0.8f, filled.at(22, 19), 0.05f);
    }

    @Test
    void isAsGoodAsOthers() {
        FillBench.assertPsnr("camera__inpaint_mix", 33.4, mask -> new NavierStokes(mask, 0.2)); // OpenCV 33.56
        FillBench.assertPsnr("astronaut__inpaint_mix", 32.6, mask -> new NavierStokes(mask, 0.2)); // 29.80
    }
}
