package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceTest {
    /// Of 256 pixels, 60 lie between the eyes.
    @ParameterizedTest
    @CsvSource({"10, 256", "60, 256", "75, 320", "90, 384", "105, 448", "150, 640", "500, 640"})
    void theSquareHasAboutAsManyPixelsAsThePhotoHasThere(double eyes, int side) {
        Face face = UntrainedFaces.face(300, 400, eyes);
        assertEquals(side, face.side());
        double scale = face.fromSquare(side).scale();
        assertEquals(eyes < 60 || eyes > 150 ? eyes * 256 / 60 / side : 1, scale, 0.05);
    }
}
