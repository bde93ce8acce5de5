package dev.tintype.restore.inpaint;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tintype.measure.Psnr;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import dev.tintype.restore.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/// Pictures with known damage, to measure stages that fill.
final class FillBench {
    private static final Path FOLDER =
            Path.of(System.getProperty("bench.dir", "../../shared/bench")).resolve("classical");
    private static final Size MEGAPIXEL = new Size(1000, 1000);

    private FillBench() {}

    /// Fails where a filled picture is less like the truth than so many dB.
    ///
    /// @param file such as `camera__inpaint_mix`
    static void assertPsnr(String file, double least, Function<Mask, Stage> stage) {
        assumeTrue(Files.exists(FOLDER), "no pictures in " + FOLDER.toAbsolutePath());
        Photo damaged = read(file + ".png");
        Mask mask = new Mask(read("mask/" + file + ".png").planes().getFirst());
        Photo truth = read("ref/" + file.substring(0, file.indexOf("__")) + ".png");
        double psnr = new Psnr().score(stage.apply(mask).apply(damaged), truth);
        assertTrue(psnr >= least, "%s: %.2f dB, not %.2f".formatted(file, psnr, least));
    }

    private static Photo read(String file) {
        return PhotoReader.read(FOLDER.resolve(file)).samples().photo();
    }

    /// Seconds that a stage takes for a megapixel of colour, 5 % of it lost; the better of two runs.
    static double seconds(Function<Mask, Stage> stage) {
        Plane plane = Plane.of(
                MEGAPIXEL, (row, column) -> (float) (0.5 + 0.2 * Math.sin(row * 0.05) + 0.2 * Math.cos(column * 0.31)));
        Photo photo = new Photo(List.of(plane, plane.map(x -> 1 - x), plane.map(x -> x * x)));
        Stage ready = stage.apply(scratchesAndHoles());
        ready.apply(photo);
        long start = System.nanoTime();
        ready.apply(photo);
        return (System.nanoTime() - start) / 1e9;
    }

    private static Mask scratchesAndHoles() {
        Random random = new Random(7);
        float[] lost = new float[MEGAPIXEL.area()];
        int left = lost.length / 20;
        while (left > 0) {
            boolean scratch = random.nextBoolean();
            int height = scratch ? 400 : 6 + random.nextInt(25);
            int width = scratch ? 1 + random.nextInt(5) : height;
            int row = random.nextInt(MEGAPIXEL.height() - height);
            int column = random.nextInt(MEGAPIXEL.width() - width);
            for (int i = 0; i < height * width; i++) {
                int place = (row + i / width) * MEGAPIXEL.width() + column + i % width;
                left -= lost[place] == 0 ? 1 : 0;
                lost[place] = 1;
            }
        }
        return new Mask(Plane.copyOf(MEGAPIXEL, lost, 0));
    }
}
