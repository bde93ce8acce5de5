package dev.tintype.restore.deblur;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Stage;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FadingReachTest {
    private static final int CORE = 220; // columns

    /// A tile with its halo gives what the whole photo gives.
    @ParameterizedTest
    @ValueSource(strings = {"camera__motion09_a00_n01", "camera__motion09_a00_n05", "camera__defocus5_n05"})
    void seesLittleBeyondTheHalo(String name) throws IOException {
        Psf psf = BlurredPictures.psf(name);
        double noise = BlurredPictures.noise(name);
        Photo blurred = BlurredPictures.blurred(name);
        near(new HyperLaplacian(psf, noise), blurred);
        near(new TvDeblur(psf, noise), blurred);
    }

    private static void near(Stage stage, Photo blurred) {
        int halo = stage.reach() instanceof Reach.Fading(int margin) ? margin : 0;
        assertTrue(CORE + halo < blurred.size().width(), "the halo of %s is %d pixels".formatted(stage, halo));
        int height = blurred.size().height();
        Region seen = new Region(0, 0, new Size(CORE + halo, height));
        Region core = new Region(0, 0, new Size(CORE, height));
        Plane whole = stage.apply(blurred).crop(core).planes().getFirst();
        Plane tile = stage.apply(blurred.crop(seen)).crop(core).planes().getFirst();
        double sum = 0;
        int far = 0;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < CORE; column++) {
                double difference = 255 * Math.abs(whole.at(row, column) - tile.at(row, column));
                sum += difference;
                far += difference > 1 ? 1 : 0;
            }
        }
        int samples = CORE * height;
        assertTrue(sum < 0.1 * samples, "%s: %.3f of 255 on average".formatted(stage, sum / samples));
        assertTrue(far < samples / 300, "%s: %d samples of %d differ".formatted(stage, far, samples));
    }
}
