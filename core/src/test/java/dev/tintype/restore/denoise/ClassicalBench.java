package dev.tintype.restore.denoise;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.measure.Psnr;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.read.PhotoReader;
import dev.tintype.restore.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Pictures with one known damage each, and their originals.
final class ClassicalBench {
    private static final Path FOLDER =
            Path.of(System.getProperty("bench.dir", "../../shared/bench")).resolve("classical");

    private ClassicalBench() {}

    /// A picture such as `camera__gauss25`; the test is skipped where there is none.
    static Photo photo(String name) {
        Path file = FOLDER.resolve(name + ".png");
        Assumptions.assumeTrue(Files.exists(file), "no file " + file + "; name the folder by -Dbench.dir");
        return PhotoReader.read(file).samples().photo();
    }

    /// Requires that a stage brings a picture as near to its original as it did when it was measured.
    ///
    /// @param least peak signal-to-noise ratio, decibels, of the result rounded to 8 bits
    static void assertRestores(String name, double least, Stage stage) {
        double score = score(name, stage);
        assertTrue(score >= least, () -> "%s: %.2f dB, not %.2f, by %s".formatted(name, score, least, stage));
    }

    private static double score(String name, Stage stage) {
        Photo truth = photo("ref/" + name.substring(0, name.indexOf("__")));
        return new Psnr().score(rounded(stage.apply(photo(name))), truth);
    }

    private static Photo rounded(Photo photo) {
        return photo.map(plane -> plane.map(x -> Math.round(Math.clamp(x, 0f, 1f) * 255) / 255f));
    }

    /// Where two photos differ most, sample units.
    static double difference(Photo one, Photo other) {
        double most = 0;
        for (int c = 0; c < one.planes().size(); c++) {
            Plane a = one.planes().get(c);
            Plane b = other.planes().get(c);
            for (int row = 0; row < a.size().height(); row++) {
                for (int column = 0; column < a.size().width(); column++) {
                    most = Math.max(most, Math.abs(a.at(row, column) - b.at(row, column)));
                }
            }
        }
        return most;
    }
}
