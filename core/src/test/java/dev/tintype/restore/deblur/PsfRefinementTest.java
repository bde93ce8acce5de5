package dev.tintype.restore.deblur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.damage.Psf;
import dev.tintype.diagnose.PsfEstimator;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class PsfRefinementTest {
    /// No line and no disc describes how a hand shakes.
    @Test
    void restoresShakenPhotosFarBetterThanWithTheLikeliestLine() {
        double gain = 0;
        for (int side = 9; side <= 15; side += 3) {
            Psf psf = ShakenPhotos.walk(side / 2 * 2 + 1, side);
            Photo sharp = BlurredPictures.read(
                    BlurredPictures.folder("classical").resolve("ref").resolve("camera.png"));
            Photo shaken = ShakenPhotos.shaken(sharp, psf, side);
            Photo truth = ShakenPhotos.inside(sharp, psf.size().width() / 2);
            Psf line = PsfEstimator.estimate(shaken).psf();
            Psf refined = PsfRefinement.refine(shaken, line, PsfRefinement.USUAL_SIDE);
            gain += (psnr(shaken, refined, truth) - psnr(shaken, line, truth)) / 3;
        }
        assertTrue(gain > 3, "%.2f dB gained".formatted(gain));
    }

    private static double psnr(Photo shaken, Psf psf, Photo truth) {
        return ShakenPhotos.psnr(new Wiener(psf, 0.01, Wiener.Prior.POWER_LAW).apply(shaken), truth);
    }

    /// With the sharp photo at hand, the PSF comes out nearly as it was.
    @Test
    void fitsThePsfBetweenASharpAndABlurredPhoto() {
        Psf psf = ShakenPhotos.walk(9, 3);
        Photo sharp = BlurredPictures.read(
                BlurredPictures.folder("classical").resolve("ref").resolve("camera.png"));
        Photo shaken = ShakenPhotos.shaken(sharp, psf, 1);
        Plane truth = ShakenPhotos.inside(sharp, 4).luminance();
        Psf fitted = KernelFit.psf(truth, shaken.luminance(), 11, 1);
        double wrong = 0;
        for (int row = 0; row < 11; row++) {
            for (int column = 0; column < 11; column++) {
                boolean inside = Math.min(row, column) >= 1 && Math.max(row, column) <= 9;
                float weight = inside ? psf.kernel().at(row - 1, column - 1) : 0;
                wrong += Math.abs(fitted.kernel().at(row, column) - weight);
            }
        }
        assertEquals(0, wrong, 0.15);
    }

    @Test
    void keepsWhatIsKnownOfSmallPhotosAndAPointForEvenOnes() {
        Psf start = Psf.disc(2);
        Photo small = new Photo(List.of(Plane.of(new Size(40, 90), (row, column) -> 0.01f * (row + column) / 2)));
        assertEquals(start, PsfRefinement.refine(small, start, 9));
        Photo even = new Photo(List.of(Plane.of(new Size(60, 60), (_, _) -> 0.5f)));
        assertEquals(1, PsfRefinement.refine(even, start, 9).kernel().at(4, 4), 1e-6f);
        assertThrows(IllegalArgumentException.class, () -> PsfRefinement.refine(even, start, 8));
    }
}
