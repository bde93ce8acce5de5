package dev.tintype.restore.inpaint;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tintype.measure.Psnr;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.read.PhotoReader;
import dev.tintype.restore.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/// Pictures with known damage, to measure stages that fill.
final class FillBench {
    private static final Path FOLDER =
            Path.of(System.getProperty("bench.dir", "../../shared/bench")).resolve("classical");

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
}
