package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final Size SIZE = new Size(256, 256);
    private static final FaceDetector BLIND = UntrainedFaces.detector(0);
    private static final FaceDetector SEEING = UntrainedFaces.detector(9);

    private static Photo waves(double phase, double more) {
        Plane plane = Plane.of(SIZE, (row, column) ->
                (float) (0.5 + more + 0.2 * Math.sin(0.06 * column + phase) * Math.sin(0.05 * row)));
        return new Photo(List.of(plane, plane, plane));
    }

    @Test
    void aFaceIsLikeItself() {
        Likeness same = Likeness.of(SEEING, waves(0, 0), waves(0, 0));
        assertEquals(0, same.drift(), 1e-6);
        assertEquals(1, same.structure(), 1e-6);
        assertEquals(0, same.colour(), 1e-6);
        assertTrue(same.fits());
    }

    @Test
    void otherTonesAreNotLike() {
        Likeness brighter = Likeness.of(BLIND, waves(0, 0), waves(0, 0.1));
        assertEquals(0.1, brighter.colour(), 1e-3);
        assertFalse(brighter.fits());
    }

    @Test
    void otherFormsAreNotLike() {
        Likeness moved = Likeness.of(BLIND, waves(0, 0), waves(1.2, 0));
        assertTrue(moved.structure() < 0.7, moved.words());
        assertFalse(moved.fits());
    }

    @Test
    void driftIsInDistancesOfTheEyes() {
        FacePoints face = FacePoints.upright(100);
        FacePoints moved = face.map(point -> new Point(point.row() + 3, point.column() - 4));
        assertEquals(5 / face.eyeDistance(), Likeness.drift(face, moved), 1e-9);
    }
}
