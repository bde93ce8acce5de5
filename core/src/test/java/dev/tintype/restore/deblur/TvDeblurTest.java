package dev.tintype.restore.deblur;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TvDeblurTest {
    private static double psnr(String name) throws IOException {
        Photo restored = new TvDeblur(BlurredPictures.psf(name), BlurredPictures.noise(name))
                .apply(BlurredPictures.blurred(name));
        return BlurredPictures.psnr(restored, BlurredPictures.truth(name));
    }

    @Test
    void restoresAsWellAsTheBestPeersDo() throws IOException {
        Map<String, Double> best = Map.of(
                "camera__motion09_a00_n00", 38.2,
                "camera__motion09_a00_n01", 33.1,
                "camera__motion09_a00_n05", 28.5,
                "camera__motion25_a75_n00", 33.0,
                "camera__defocus3_n00", 34.2, // peer 34.31
                "camera__defocus5_n05", 26.9, // 26.90
                "astronaut__defocus5_n05", 26.4); // 26.48
        for (Map.Entry<String, Double> picture : best.entrySet()) {
            BlurredPictures.assertReached(picture.getValue(), psnr(picture.getKey()));
        }
    }

    @Test
    void restoresRealCameraShake() {
        BlurredPictures.assertReached(29, BlurredPictures.levin(1, psf -> new TvDeblur(psf, 0.006)));
        BlurredPictures.assertReached(27.5, BlurredPictures.levin(2, psf -> new TvDeblur(psf, 0.006)));
    }

    /// Noise goes where all is flat, the edge between stays.
    @Test
    void smoothsWhatIsFlatAndKeepsTheEdge() {
        Random random = new Random(4);
        Size size = new Size(80, 60);
        Photo noisy = new Photo(List.of(
                Plane.of(size, (_, column) -> (column < 40 ? 0.2f : 0.8f) + 0.02f * (float) random.nextGaussian())));
        Plane restored =
                new TvDeblur(Psf.motion(1, 0), 0.02).apply(noisy).planes().getFirst();
        double squares = 0;
        for (int row = 10; row < 50; row++) {
            for (int column = 10; column < 35; column++) {
                squares += Math.pow(restored.at(row, column) - 0.2, 2);
            }
        }
        assertTrue(Math.sqrt(squares / (40 * 25)) < 0.017, "left: " + Math.sqrt(squares / (40 * 25)));
        assertTrue(restored.at(30, 40) - restored.at(30, 39) > 0.5);
    }
}
