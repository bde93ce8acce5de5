package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SceneNeedTest {
    private static final Size SIZE = new Size(20, 10);

    private static Plane flat(double level) {
        return Plane.of(SIZE, (_, _) -> (float) level);
    }

    /// Half black, half white, so of full contrast.
    private static Plane scene(double contrast, double change) {
        return Plane.of(SIZE, (_, column) -> (float) (0.5 + (column % 2 - 0.5) * contrast + change));
    }

    private static double share(double change, double lost) {
        return share(change, lost, 1);
    }

    private static double share(double change, double lost, double contrast) {
        SceneNeed need = new SceneNeed(false);
        need.see(new Photo(List.of(scene(contrast, 0))), new Photo(List.of(scene(contrast, change))), flat(lost));
        return need.share();
    }

    @Test
    void aFadedPhotoIsChangedByLess() {
        assertEquals(1, share(0.013, 0, 0.2));
        assertTrue(share(0.013, 0, 1) < 0.2);
    }

    @Test
    void littleChangeIsNoNeed() {
        assertEquals(0, share(0.005, 0));
        assertEquals(0, share(-0.0095, 0));
        assertEquals(1, share(0.03, 0));
        assertEquals(0.5, share(0.017, 0), 0.01);
    }

    @Test
    void whatOtherStepsHaveLeftOfDamageIsMendedByHalfAtLeast() {
        SceneNeed need = new SceneNeed(true);
        Plane before = scene(1, 0);
        need.see(new Photo(List.of(before)), new Photo(List.of(before)), flat(0));
        assertEquals(0.5, need.share());
        need.see(new Photo(List.of(before)), new Photo(List.of(scene(1, 0.1))), flat(0));
        assertEquals(1, need.share());
    }

    @Test
    void aChangeOfOnePlaceCountsLessThanOneThatIsEverywhere() {
        assertTrue(changed(160, 0.02) > 0.7);
        assertEquals(0, changed(16, 0.2));
    }

    /// A photo of full contrast that is changed within so many rows and columns.
    private static double changed(int side, double change) {
        Size size = new Size(160, 160);
        Plane before = Plane.of(size, (_, column) -> column % 2);
        Plane after = Plane.of(
                size, (row, column) -> before.at(row, column) + (row < side && column < side ? (float) change : 0));
        SceneNeed need = new SceneNeed(false);
        need.see(new Photo(List.of(before)), new Photo(List.of(after)), Plane.of(size, (_, _) -> 0));
        return need.share();
    }

    @Test
    void whatIsLostDoesNotCount() {
        assertEquals(0, share(0.3, 1));
        SceneNeed need = new SceneNeed(false);
        Plane half = Plane.of(SIZE, (_, column) -> column < 10 ? 1 : 0);
        Plane after = Plane.of(SIZE, (_, column) -> column < 10 ? 0.9f : 0.503f);
        need.see(new Photo(List.of(flat(0.5))), new Photo(List.of(after)), half);
        assertEquals(0, need.share());
    }

    @Test
    void smoothingIsNeededOnlyWhereThereIsNoise() {
        assertTrue(smoothed(0.03) == 1);
        assertTrue(smoothed(0) < 0.2);
    }

    /// Waves of 12 pixels, halved, in noise that is halved too.
    private static double smoothed(double sigma) {
        Random random = new Random(1);
        Plane before = Plane.of(new Size(120, 90), (row, column) ->
                (float) (0.5 + 0.04 * Math.sin(column * 0.52) * Math.sin(row * 0.5) + sigma * random.nextGaussian()));
        SceneNeed need = new SceneNeed(false);
        need.see(
                new Photo(List.of(before)),
                new Photo(List.of(before.map(x -> 0.5f + (x - 0.5f) / 2))),
                Plane.of(before.size(), (_, _) -> 0));
        return need.share();
    }

    @Test
    void anEmptyPhotoNeedsNothing() {
        assertTrue(new SceneNeed(false).share() == 0);
    }
}
