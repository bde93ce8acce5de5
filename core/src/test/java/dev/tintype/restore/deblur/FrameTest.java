package dev.tintype.restore.deblur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import org.junit.jupiter.api.Test;

class FrameTest {
    private static final Size SIZE = new Size(61, 40);

    private static Plane ramp() {
        return Plane.of(SIZE, (row, column) -> 0.01f * column + 0.002f * row);
    }

    @Test
    void keepsThePhotoAndJoinsOppositeBordersSmoothly() {
        Frame frame = Frame.of(SIZE, Psf.motion(15, 30));
        Size outer = frame.outer();
        assertTrue(outer.width() >= SIZE.width() + 32 && outer.width() % 2 == 0, outer::toString);
        float[] framed = frame.blend(ramp());
        assertEquals(ramp().at(13, 27), frame.crop(framed).at(13, 27));
        for (int row = 0; row < outer.height(); row++) {
            for (int column = 0; column < outer.width(); column++) {
                float here = framed[row * outer.width() + column];
                float right = framed[row * outer.width() + (column + 1) % outer.width()];
                float below = framed[(row + 1) % outer.height() * outer.width() + column];
                assertEquals(here, right, 0.05);
                assertEquals(here, below, 0.02);
            }
        }
    }

    @Test
    void framesASinglePixel() {
        Frame frame = Frame.of(new Size(1, 1), Psf.disc(5));
        for (float sample : frame.blend(Plane.of(new Size(1, 1), (_, _) -> 0.3f))) {
            assertEquals(0.3f, sample, 1e-6);
        }
    }

    @Test
    void clearsAndRestores() {
        Frame frame = Frame.of(SIZE, Psf.disc(2));
        float[] known = frame.blend(ramp());
        float[] cleared = known.clone();
        frame.clear(cleared);
        assertEquals(0, cleared[0]);
        assertEquals(ramp().at(39, 60), frame.crop(cleared).at(39, 60));
        float[] other = new float[known.length];
        frame.restore(known, other);
        for (int i = 0; i < other.length; i++) {
            assertEquals(cleared[i], other[i]);
        }
    }
}
