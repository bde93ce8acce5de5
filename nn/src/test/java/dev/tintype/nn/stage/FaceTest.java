package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceTest {
    /// Of 256 pixels, 78 lie between the eyes.
    @ParameterizedTest
    @CsvSource({"10, 256", "78, 256", "98, 320", "117, 384", "135, 448", "156, 512", "500, 512"})
    void theSquareHasAboutAsManyPixelsAsThePhotoHasThere(double eyes, int side) {
        Face face = UntrainedFaces.face(300, 400, eyes);
        assertEquals(side, face.side());
        double scale = face.fromSquare(side).scale();
        assertEquals(eyes < 78 || eyes > 156 ? eyes * 256 / 78 / side : 1, scale, 0.05);
    }
}
