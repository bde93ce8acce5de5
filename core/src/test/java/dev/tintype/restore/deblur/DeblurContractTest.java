package dev.tintype.restore.deblur;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.restore.Stage;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every method of deblurring keeps to.
class DeblurContractTest {
    private static List<Stage> stages(Psf psf, double noise) {
        return List.of(
                new InverseFilter(psf, 0),
                new InverseFilter(psf, 0.1),
                new Wiener(psf, noise, Wiener.Prior.FLAT),
                new Wiener(psf, noise, Wiener.Prior.POWER_LAW),
                new ConstrainedLeastSquares(psf, noise),
                new RichardsonLucy(psf, noise, 1, 5),
                new HyperLaplacian(psf, noise));
    }

    private static Photo noise(Size size, int planes) {
        Random random = new Random(3);
        return new Photo(Stream.generate(() -> Plane.of(size, (_, _) -> random.nextFloat()))
                .limit(planes)
                .toList());
    }

    @Test
    void leavesFlatPhotosOfAnySizeAlone() {
        for (Size size : List.of(new Size(1, 1), new Size(1, 7), new Size(9, 4), new Size(50, 41))) {
            for (float level : new float[] {0, 0.4f, 1}) {
                Photo flat = new Photo(List.of(Plane.of(size, (_, _) -> level)));
                for (Stage stage : stages(Psf.motion(15, 30), 0.01)) {
                    for (float sample : stage.apply(flat).planes().getFirst().toArray()) {
                        assertEquals(level, sample, 0.002, stage + " " + size);
                    }
                }
            }
        }
    }

    @Test
    void isTheSameEveryTimeAndKeepsGreyGrey() {
        for (int planes : new int[] {1, 3}) {
            Photo photo = noise(new Size(53, 38), planes);
            for (Stage stage : stages(Psf.disc(3), 0.02)) {
                Photo once = stage.apply(photo);
                Photo again = stage.apply(photo);
                assertEquals(planes, once.planes().size());
                assertEquals(photo.size(), once.size());
                for (int c = 0; c < planes; c++) {
                    assertArrayEquals(
                            once.planes().get(c).toArray(),
                            again.planes().get(c).toArray(),
                            stage.toString());
                }
            }
        }
    }

    @Test
    void makesNumbersOfWhatHasNoSense() {
        Photo photo = noise(new Size(20, 30), 1);
        for (Stage stage : stages(Psf.gaussian(7), 1)) {
            for (float sample : stage.apply(photo).planes().getFirst().toArray()) {
                assertTrue(Float.isFinite(sample), stage.toString());
            }
        }
    }

    @Test
    void leavesAPhotoThatWasNotBlurredNearlyAsItIs() {
        Photo photo = noise(new Size(40, 30), 1);
        for (Stage stage : List.of(
                new InverseFilter(Psf.motion(1, 0), 0.1),
                new Wiener(Psf.motion(1, 0), 0, Wiener.Prior.POWER_LAW),
                new HyperLaplacian(Psf.motion(1, 0), 0))) {
            Plane restored = stage.apply(photo).planes().getFirst();
            assertArrayEquals(photo.planes().getFirst().toArray(), restored.toArray(), 0.01f, stage.toString());
        }
    }
}
