package dev.tintype.restore.inpaint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.restore.Stage;
import java.util.List;
import java.util.function.Function;

/// What every stage that fills promises.
final class FillPromises {
    private static final Size SIZE = new Size(61, 47);

    private FillPromises() {}

    static void check(Function<Mask, Stage> stage) {
        changesOnlyWhatIsLost(stage);
        ignoresWhatTheLostSamplesShow(stage);
        blendsByDoubt(stage);
        survivesMasksOfNothingAndOfAll(stage);
        survivesSmallPhotos(stage);
        Mask other = mask(new Size(3, 3), 1);
        assertThrows(IllegalArgumentException.class, () -> stage.apply(other).apply(colour()));
    }

    private static Photo colour() {
        return new Photo(List.of(waves(SIZE, 0.3), waves(SIZE, 0.5), waves(SIZE, 0.7)));
    }

    private static Plane waves(Size size, double rate) {
        return Plane.of(size, (row, column) -> (float) (0.5 + 0.3 * Math.sin(rate * column + 0.2 * row)));
    }

    /// A scratch, a hole, and a hole in a corner.
    private static Mask damage(float lost) {
        return new Mask(Plane.of(SIZE, (row, column) -> {
            boolean scratch = column >= 20 && column < 23;
            boolean hole = Math.hypot(row - 25, column - 45) < 8;
            return scratch || hole || row + column < 5 ? lost : 0;
        }));
    }

    private static Mask mask(Size size, float lost) {
        return new Mask(Plane.of(size, (_, _) -> lost));
    }

    private static void changesOnlyWhatIsLost(Function<Mask, Stage> stage) {
        Photo filled = stage.apply(damage(1)).apply(colour());
        for (int c = 0; c < 3; c++) {
            for (int row = 0; row < SIZE.height(); row++) {
                for (int column = 0; column < SIZE.width(); column++) {
                    float sample = filled.planes().get(c).at(row, column);
                    assertTrue(sample >= 0 && sample <= 1, "a sample of " + sample);
                    if (damage(1).damage().at(row, column) == 0) {
                        assertEquals(colour().planes().get(c).at(row, column), sample);
                    }
                }
            }
        }
    }

    private static void ignoresWhatTheLostSamplesShow(Function<Mask, Stage> stage) {
        Plane cover = damage(1).damage();
        Photo painted = colour().map(plane ->
                Plane.of(SIZE, (row, column) -> cover.at(row, column) > 0 ? 0.9f : plane.at(row, column)));
        assertEqualSamples(
                stage.apply(damage(1)).apply(colour()), stage.apply(damage(1)).apply(painted));
    }

    private static void blendsByDoubt(Function<Mask, Stage> stage) {
        float before = colour().planes().getFirst().at(25, 45);
        float lost = stage.apply(damage(1)).apply(colour()).planes().getFirst().at(25, 45);
        float doubted =
                stage.apply(damage(0.25f)).apply(colour()).planes().getFirst().at(25, 45);
        assertEquals(before + 0.25f * (lost - before), doubted, 1e-6f);
    }

    private static void survivesMasksOfNothingAndOfAll(Function<Mask, Stage> stage) {
        assertEqualSamples(colour(), stage.apply(mask(SIZE, 0)).apply(colour()));
        assertEqualSamples(colour(), stage.apply(mask(SIZE, 1)).apply(colour()));
    }

    private static void survivesSmallPhotos(Function<Mask, Stage> stage) {
        for (Size size : List.of(new Size(1, 1), new Size(2, 1), new Size(1, 9), new Size(6, 5))) {
            Photo photo = new Photo(List.of(waves(size, 0.5)));
            Mask one = new Mask(Plane.of(size, (row, column) -> row + column == 0 ? 1 : 0));
            Photo filled = stage.apply(one).apply(photo);
            assertTrue(filled.grey());
            assertTrue(Float.isFinite(filled.planes().getFirst().at(0, 0)), "of " + size);
        }
    }

    private static void assertEqualSamples(Photo expected, Photo actual) {
        for (int c = 0; c < expected.planes().size(); c++) {
            assertArrayEquals(
                    expected.planes().get(c).toArray(), actual.planes().get(c).toArray());
        }
    }
}
