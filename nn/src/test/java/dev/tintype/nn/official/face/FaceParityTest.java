package dev.tintype.nn.official.face;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.nn.official.Vectors;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.photo.Photo;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One face from photo to square and back, step by step, as the released code does it.
class FaceParityTest {
    /// Left eye, right eye, nose, mouth.
    private static final FacePlace PLACE = FacePlace.of(
            new FacePoints(
                    new Point(84, 118),
                    new Point(79, 171),
                    new Point(113, 147),
                    new Point(139, 126),
                    new Point(135, 170)),
            256);

    @Test
    void findsTheSimilarity() {
        assertMatrix(Vectors.numbers("face256_affine.npy"), PLACE.toPhoto());
        assertMatrix(
                Vectors.numbers("face256_affine_inverse.npy"), PLACE.toPhoto().inverse());
    }

    @Test
    void cutsTheFaceUpright() {
        Vectors.assertClose(
                Vectors.photo("face256_aligned_stage2.npy"), PLACE.cut(Vectors.png("photo_301x203.png")), 1e-6);
    }

    @Test
    void matchesTones() {
        Photo restored = Vectors.photo("face256_restored_in.npy");
        Photo matched = PLACE.matched(restored, Vectors.png("photo_301x203.png"));
        Vectors.assertClose(Vectors.photo("face256_histmatched.npy"), matched, 1e-6);
    }

    @Test
    void bringsTheFaceBack() {
        Photo matched = Vectors.photo("face256_histmatched.npy");
        Photo photo = Vectors.png("photo_301x203.png");
        double[] expected = Vectors.numbers("face256_warped_back.npy");
        Photo back = PLACE.back(matched, photo.size());
        for (int i = 0; i < expected.length; i++) {
            int pixel = i / 3;
            float sample = back.planes().get(i % 3).at(pixel / 301, pixel % 301);
            assertEquals(expected[i], sample * 255, 2e-3, "pixel " + pixel);
        }
    }

    @Test
    void masksTheFace() {
        Photo photo = Vectors.png("photo_301x203.png");
        Photo reach = new Photo(List.of(PLACE.reach(photo.size())));
        Photo expected = Vectors.photo("face256_mask_back.npy").map(plane -> plane.map(sample -> sample * 255));
        Vectors.assertClose(new Photo(expected.planes().subList(0, 1)), reach, 1e-6);
    }

    @Test
    void blendsTheFaceIn() {
        Photo photo = Vectors.png("photo_301x203.png");
        Photo blended = PLACE.paste(photo, photo, Vectors.photo("face256_restored_in.npy"));
        Vectors.assertClose(Vectors.photo("face256_blended.npy"), blended, 0.51 / 255);
    }

    private static void assertMatrix(double[] matrix, Similarity similarity) {
        assertEquals(matrix[0], similarity.a(), 1e-12);
        assertEquals(matrix[1], -similarity.b(), 1e-12);
        assertEquals(matrix[2], similarity.right(), 1e-10);
        assertEquals(matrix[3], similarity.b(), 1e-12);
        assertEquals(matrix[4], similarity.a(), 1e-12);
        assertEquals(matrix[5], similarity.down(), 1e-10);
    }
}
