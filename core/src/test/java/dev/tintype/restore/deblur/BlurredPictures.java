package dev.tintype.restore.deblur;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tintype.damage.Psf;
import dev.tintype.measure.Psnr;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import dev.tintype.restore.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// The blurred pictures of the benchmark, with their truth and their PSF.
final class BlurredPictures {
    private static final Path BENCH = Path.of(System.getProperty("bench.dir", "../../shared/bench"));

    private static final int SHIFT = 8; // pixels

    private BlurredPictures() {}

    static Path folder(String name) {
        Path folder = BENCH.resolve(name);
        assumeTrue(Files.isDirectory(folder), folder + " is not there");
        return folder;
    }

    static Photo read(Path file) {
        return PhotoReader.read(file).samples().photo();
    }

    /// A blurred picture such as `camera__motion09_a00_n01`.
    static Photo blurred(String name) {
        return read(folder("classical").resolve(name + ".png"));
    }

    static Photo truth(String name) {
        return read(folder("classical").resolve("ref").resolve(name.split("__", -1)[0] + "__crop16.png"));
    }

    static Psf psf(String name) throws IOException {
        String file = name.split("__", -1)[1].replaceAll("_n\\d+$", "") + ".csv";
        List<double[]> rows = Files.readAllLines(
                        folder("classical").resolve("psf").resolve(file))
                .stream()
                .map(line -> Arrays.stream(line.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        return Psf.of(Plane.of(
                new Size(rows.getFirst().length, rows.size()), (row, column) -> (float) rows.get(row)[column]));
    }

    /// Standard deviation of the noise that was added, in samples.
    static double noise(String name) {
        return Integer.parseInt(name.substring(name.length() - 2)) / 255.0;
    }

    /// PSNR as 8-bit files have it.
    static double psnr(Photo restored, Photo truth) {
        return new Psnr()
                .score(
                        restored.map(plane -> plane.map(sample -> Math.round(Math.clamp(sample, 0f, 1f) * 255) / 255f)),
                        truth);
    }

    static void assertReached(double decibels, double psnr) {
        assertTrue(psnr >= decibels, "%.2f dB, expected at least %.2f".formatted(psnr, decibels));
    }

    /// PSNR of a picture that a shaking camera took, where restored and sharp picture agree best: the data set's
    /// kernels are turned by 180 degrees and not centred.
    static double levin(int kernel, Function<Psf, Stage> method) {
        Path folder = folder("real/levin");
        Plane turned = read(folder.resolve("kernel" + kernel + ".png")).planes().getFirst();
        Size size = turned.size();
        Psf psf =
                Psf.of(Plane.of(size, (row, column) -> turned.at(size.height() - 1 - row, size.width() - 1 - column)));
        Photo restored = method.apply(psf).apply(read(folder.resolve("im1_kernel" + kernel + "_blur.png")));
        Photo truth = read(folder.resolve("im1_gt.png"));
        Size inside = new Size(truth.size().width() - 2 * SHIFT, truth.size().height() - 2 * SHIFT);
        Photo middle = truth.crop(new Region(SHIFT, SHIFT, inside));
        double best = 0;
        for (int row = 0; row <= 2 * SHIFT; row++) {
            for (int column = 0; column <= 2 * SHIFT; column++) {
                best = Math.max(best, psnr(restored.crop(new Region(row, column, inside)), middle));
            }
        }
        return best;
    }
}
