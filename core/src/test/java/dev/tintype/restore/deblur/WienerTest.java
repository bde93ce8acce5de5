package dev.tintype.restore.deblur;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class WienerTest {
    private static double psnr(String name, Wiener.Prior prior) throws IOException {
        Wiener wiener = new Wiener(BlurredPictures.psf(name), BlurredPictures.noise(name), prior);
        return BlurredPictures.psnr(wiener.apply(BlurredPictures.blurred(name)), BlurredPictures.truth(name));
    }

    @Test
    void restoresAsWellAsTheBestPeersDo() throws IOException {
        BlurredPictures.assertReached(35.55, psnr("camera__motion09_a00_n00", Wiener.Prior.POWER_LAW)); // peer 35.60
        BlurredPictures.assertReached(30.85, psnr("camera__motion09_a00_n01", Wiener.Prior.POWER_LAW)); // 30.93
        BlurredPictures.assertReached(27.05, psnr("camera__motion09_a00_n05", Wiener.Prior.POWER_LAW)); // 27.16
        BlurredPictures.assertReached(25.75, psnr("camera__defocus5_n05", Wiener.Prior.POWER_LAW)); // 25.85
        BlurredPictures.assertReached(32.5, psnr("camera__defocus3_n00", Wiener.Prior.POWER_LAW)); // 32.89
    }

    @Test
    void solvesForWhatLiesAroundAPhotoWithoutNoise() throws IOException {
        BlurredPictures.assertReached(32.95, psnr("camera__motion15_a30_n00", Wiener.Prior.POWER_LAW));
        BlurredPictures.assertReached(30, psnr("camera__motion25_a75_n00", Wiener.Prior.POWER_LAW));
    }

    @Test
    void knowsMoreWithThePowerLaw() throws IOException {
        String name = "camera__motion09_a00_n05";
        double flat = psnr(name, Wiener.Prior.FLAT);
        BlurredPictures.assertReached(24, flat);
        assertTrue(psnr(name, Wiener.Prior.POWER_LAW) > flat + 1);
    }

    @Test
    void restoresRealCameraShake() {
        // kernels of the data set are turned, and the photos moved by some pixels
        BlurredPictures.assertReached(
                29, BlurredPictures.levin(1, psf -> new Wiener(psf, 0.004, Wiener.Prior.POWER_LAW)));
        BlurredPictures.assertReached(
                27.5, BlurredPictures.levin(2, psf -> new Wiener(psf, 0.004, Wiener.Prior.POWER_LAW)));
    }
}
