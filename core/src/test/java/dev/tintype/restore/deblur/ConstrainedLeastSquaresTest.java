package dev.tintype.restore.deblur;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ConstrainedLeastSquaresTest {
    private static double psnr(String name) throws IOException {
        ConstrainedLeastSquares stage =
                new ConstrainedLeastSquares(BlurredPictures.psf(name), BlurredPictures.noise(name));
        return BlurredPictures.psnr(stage.apply(BlurredPictures.blurred(name)), BlurredPictures.truth(name));
    }

    @Test
    void findsHowSmoothThePhotoMustBe() throws IOException {
        BlurredPictures.assertReached(34, psnr("camera__motion09_a00_n00"));
        BlurredPictures.assertReached(30.2, psnr("camera__motion09_a00_n01"));
        BlurredPictures.assertReached(26.5, psnr("camera__motion09_a00_n05"));
    }

    @Test
    void isSmootherWhereMoreNoiseIsExpected() throws IOException {
        String name = "camera__motion09_a00_n05";
        Photo blurred = BlurredPictures.blurred(name);
        Photo smooth = new ConstrainedLeastSquares(BlurredPictures.psf(name), 0.1).apply(blurred);
        assertTrue(BlurredPictures.psnr(smooth, BlurredPictures.truth(name)) < psnr(name) - 1);
    }
}
