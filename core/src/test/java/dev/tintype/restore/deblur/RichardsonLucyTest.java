package dev.tintype.restore.deblur;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RichardsonLucyTest {
    private static double psnr(String name, double damping, int iterations) throws IOException {
        RichardsonLucy stage =
                new RichardsonLucy(BlurredPictures.psf(name), BlurredPictures.noise(name), damping, iterations);
        return BlurredPictures.psnr(stage.apply(BlurredPictures.blurred(name)), BlurredPictures.truth(name));
    }

    @Test
    void restoresStepByStep() throws IOException {
        BlurredPictures.assertReached(31.7, psnr("camera__motion09_a00_n00", 0, 100)); // peer 31.97
        BlurredPictures.assertReached(26.3, psnr("camera__motion09_a00_n05", 0, 10)); // 26.38
        BlurredPictures.assertReached(25.6, psnr("camera__defocus5_n05", 0, 30)); // 25.72
    }

    @Test
    void dampsTheNoise() throws IOException {
        assertTrue(psnr("camera__motion09_a00_n05", 2, 60) > psnr("camera__motion09_a00_n05", 0, 60) + 3);
    }
}
