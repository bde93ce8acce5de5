package dev.tintype.restore.deblur;

import dev.tintype.damage.Psf;
import dev.tintype.photo.*;
import dev.tintype.restore.Stage;
import java.io.IOException;
import java.nio.file.*;
import java.util.*;
import org.junit.jupiter.api.Test;

class ExploreTest {
    @Test
    void explore() throws IOException {
        for (String name : List.of("camera__motion09_a00_n00","camera__motion09_a00_n01","camera__motion09_a00_n05","camera__motion15_a30_n00","camera__motion15_a30_n01","camera__motion15_a30_n05","camera__motion15_a30_n10","camera__motion25_a75_n00","camera__motion25_a75_n05","camera__defocus3_n00","camera__defocus5_n05","astronaut__motion15_a30_n00","astronaut__motion15_a30_n05","astronaut__defocus5_n05")) {
            Psf psf = BlurredPictures.psf(name);
            double noise = BlurredPictures.noise(name);
            StringBuilder line = new StringBuilder(name);
            for (Stage stage : List.of(new InverseFilter(psf, 0), new InverseFilter(psf, Math.max(0.05, Math.min(0.4, noise*255*0.1))), new Wiener(psf, noise, Wiener.Prior.FLAT), new Wiener(psf, noise, Wiener.Prior.POWER_LAW), new ConstrainedLeastSquares(psf, noise), new RichardsonLucy(psf, noise, 1, 30), new HyperLaplacian(psf, noise))) {
                Photo blurred = BlurredPictures.blurred(name);
                long t = System.nanoTime();
                Photo restored = stage.apply(blurred);
                line.append(String.format(" %s %.2f (%.2f s)", stage.getClass().getSimpleName().substring(0, 4), BlurredPictures.psnr(restored, BlurredPictures.truth(name)), (System.nanoTime() - t) / 1e9));
            }
            System.out.println(line);
        }
        for (int k = 1; k <= 2; k++) {
            Path levin = BlurredPictures.folder("real/levin");
            Plane kernel = BlurredPictures.read(levin.resolve("kernel" + k + ".png")).planes().getFirst();
            System.out.println(kernel.size());
            Photo blurred = BlurredPictures.read(levin.resolve("im1_kernel" + k + "_blur.png"));
            Photo truth = BlurredPictures.read(levin.resolve("im1_gt.png"));
            System.out.println(blurred.size() + " " + truth.size() + blurred.grey()+truth.grey());
            for (boolean flip : new boolean[] {false, true}) {
                Size s = kernel.size();
                Psf psf = Psf.of(Plane.of(new Size(s.width()/2*2+1-(s.width()%2==0?2:0), s.height()/2*2+1-(s.height()%2==0?2:0)), (r, c) -> flip ? kernel.at(s.height()-1-r, s.width()-1-c) : kernel.at(r, c)));
                for (Stage stage : List.of(new Wiener(psf, 0.004, Wiener.Prior.POWER_LAW), new HyperLaplacian(psf, 0.004), new HyperLaplacian(psf, 0.01)))
                  System.out.printf("levin %d %s %s %.2f%n", k, flip, stage.getClass().getSimpleName(), BlurredPictures.psnr(stage.apply(blurred), truth));
            }
        }
    }
}
