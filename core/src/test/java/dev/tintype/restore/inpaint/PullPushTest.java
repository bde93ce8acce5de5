package dev.tintype.restore.inpaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
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
    void keepsEverySoundSampleExactly() {
        Photo filled = new PullPush(line(80, 5)).apply(ramp());
        for (int row = 0; row < SIZE.height(); row++) {
            assertEquals(
                    ramp().planes().getFirst().at(row, 79),
                    filled.planes().getFirst().at(row, 79));
            assertEquals(
                    ramp().planes().getFirst().at(row, 85),
                    filled.planes().getFirst().at(row, 85));
        }
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
    void ignoresWhatTheLostSamplesShow() {
        Mask mask = line(80, 5);
        Photo painted = ramp().map(plane ->
                Plane.of(SIZE, (row, column) -> mask.damage().at(row, column) > 0 ? 1 : plane.at(row, column)));
        assertEquals(
                new PullPush(mask).apply(ramp()).planes().getFirst().at(70, 82),
                new PullPush(mask).apply(painted).planes().getFirst().at(70, 82));
    }

    @Test
    void givesOnATileWhatItGivesOnTheWhole() {
        Mask mask = line(90, 4);
        Region tile = new Region(0, 64, new Size(136, 150));
        Photo whole = new PullPush(mask).apply(ramp()).crop(tile);
        Photo part = new PullPush(new Mask(mask.damage().crop(tile))).apply(ramp().crop(tile));
        for (int row = 0; row < 150; row++) {
            assertEquals(
                    whole.planes().getFirst().at(row, 28),
                    part.planes().getFirst().at(row, 28),
                    1e-6f);
        }
    }

    @Test
    void survivesAPhotoOfWhichNothingIsLeft() {
        Photo filled = new PullPush(new Mask(Plane.of(SIZE, (_, _) -> 1))).apply(ramp());
        assertEquals(0.5f, filled.planes().getFirst().at(10, 10), 1e-6f);
    }

    @Test
    void refusesAMaskOfAnotherSize() {
        Mask mask = new Mask(Plane.of(new Size(3, 3), (_, _) -> 1));
        assertThrows(IllegalArgumentException.class, () -> new PullPush(mask).apply(ramp()));
    }
}
