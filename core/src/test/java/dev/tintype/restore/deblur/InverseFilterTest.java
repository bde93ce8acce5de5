package dev.tintype.restore.deblur;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class InverseFilterTest {
    private static double psnr(String name, double threshold) throws IOException {
        Photo restored = new InverseFilter(BlurredPictures.psf(name), threshold).apply(BlurredPictures.blurred(name));
        return BlurredPictures.psnr(restored, BlurredPictures.truth(name));
    }

    @Test
    void needsAThreshold() throws IOException {
        BlurredPictures.assertReached(34, psnr("camera__motion09_a00_n00", 0.05)); // peer 34.55
        BlurredPictures.assertReached(32, psnr("camera__defocus3_n00", 0.1)); // 32.25
        BlurredPictures.assertReached(23.1, psnr("camera__defocus5_n05", 0.4)); // 23.36
        assertTrue(psnr("camera__defocus3_n00", 0) < 10, "rounding to 8 bits spoils the raw filter");
    }
}
