package dev.tintype.restore.inpaint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeleaTest {
    private static final Size SIZE = new Size(40, 40);

    @Test
    void carriesAnEdgeAcrossAScratch() {
        Photo edge = new Photo(List.of(Plane.of(SIZE, (row, _) -> row < 20 ? 0.2f : 0.8f)));
        Mask scratch = new Mask(Plane.of(SIZE, (_, column) -> column >= 18 && column < 22 ? 1 : 0));
        Plane filled = new Telea(scratch, 4).apply(edge).planes().getFirst();
        assertEquals(0.2f, filled.at(17, 19), 0.04f);
        assertEquals(0.8f, filled.at(22, 19), 0.04f);
    }

    @Test
    void isAsGoodAsOthers() {
        FillBench.assertPsnr("camera__inpaint_scratch", 37.6, mask -> new Telea(mask, 4)); // OpenCV 37.43
        FillBench.assertPsnr("camera__inpaint_holes", 38.2, mask -> new Telea(mask, 4)); // 38.56
        FillBench.assertPsnr("camera__inpaint_mix", 33.5, mask -> new Telea(mask, 4)); // 33.43
        FillBench.assertPsnr("astronaut__inpaint_mix", 30.2, mask -> new Telea(mask, 4)); // 30.12
    }
}
