package dev.tintype.restore.deblur;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.damage.Psf;
import dev.tintype.diagnose.PsfEstimator;
import dev.tintype.photo.Photo;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HyperLaplacianTest {
    private static double psnr(String name, Psf psf) {
        Photo restored = new HyperLaplacian(psf, BlurredPictures.noise(name)).apply(BlurredPictures.blurred(name));
        return BlurredPictures.psnr(restored, BlurredPictures.truth(name));
    }

    @Test
    void restoresAsWellAsTheBestPeersDo() throws IOException {
        Map<String, Double> best = Map.of(
                "camera__motion09_a00_n00", 38.4, // peer 38.39
                "camera__motion09_a00_n01", 33.4, // 33.42
                "camera__motion09_a00_n05", 28.75, // 28.43
                "camera__motion15_a30_n00", 35.7,
                "camera__motion15_a30_n10", 25.9,
                "camera__motion25_a75_n00", 32.7,
                "camera__defocus3_n00", 34.2, // 34.31
                "camera__defocus5_n05", 26.9, // 27.17
                "astronaut__defocus5_n05", 26.3); // 26.48
        for (Map.Entry<String, Double> picture : best.entrySet()) {
            String name = picture.getKey();
            BlurredPictures.assertReached(picture.getValue(), psnr(name, BlurredPictures.psf(name)));
        }
    }

    @Test
    void restoresNearlyAsWellWithAnEstimatedPsf() throws IOException {
        for (String name : List.of(
                "camera__motion09_a00_n01",
                "camera__motion25_a75_n00",
                "camera__motion25_a75_n05",
                "camera__defocus5_n05")) {
            Psf estimated = PsfEstimator.estimate(BlurredPictures.blurred(name)).psf();
            double known = psnr(name, BlurredPictures.psf(name));
            double blind = psnr(name, estimated);
            assertTrue(blind > known - 0.5, "%s: %.2f dB blind, %.2f dB else".formatted(name, blind, known));
        }
    }

    @Test
    void restoresRealCameraShake() {
        BlurredPictures.assertReached(29, BlurredPictures.levin(1, psf -> new HyperLaplacian(psf, 0.006)));
        BlurredPictures.assertReached(27.5, BlurredPictures.levin(2, psf -> new HyperLaplacian(psf, 0.006)));
    }
}
