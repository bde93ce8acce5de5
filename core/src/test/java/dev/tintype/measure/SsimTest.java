package dev.tintype.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SsimTest {
    private static final Size SIZE = new Size(20, 15);
    private static final Photo WAVES = waves(0);

    private static Photo waves(double phase) {
        return new Photo(List.of(Plane.of(SIZE, (row, column) ->
                (float) (0.5 + 0.4 * Math.sin(0.7 * column + 0.3 * row + phase)))));
    }

    @Test
    void isOneForEqualPhotos() {
        assertEquals(1, new Ssim().score(WAVES, WAVES), 1e-9);
    }

    @Test
    void fallsAsPhotosPartAndIsSymmetric() {
        double near = new Ssim().score(waves(0.2), WAVES);
        double far = new Ssim().score(waves(1.0), WAVES);
        assertTrue(1 > near && near > far, near + " " + far);
        assertEquals(near, new Ssim().score(WAVES, waves(0.2)), 1e-9);
    }

    /// Values of `structural_similarity` of scikit-image 0.19 with `data_range=1` and, in colour, `channel_axis`.
    @Test
    void agreesWithScikitImage() {
        assertEquals(0.59590, new Ssim().score(Textures.COLOUR, Textures.COLOUR_TRUTH), 1e-3);
        assertEquals(0.51272, new Ssim().score(Textures.GREY, Textures.GREY_TRUTH), 1e-3);
        assertEquals(
                0.79891, new Ssim().score(Textures.paired("unstructured/0017"), Textures.paired("truth/0017")), 1e-3);
        assertEquals(0.38771, new Ssim().score(Textures.paired("mixed/01"), Textures.paired("truth/01")), 1e-3);
    }

    /// The means that scikit-image gives for the benchmark, as its README says.
    @Test
    void agreesWithScikitImageOnTheBenchmark() throws IOException {
        Path bench = Path.of(System.getProperty("bench.dir", "../../shared/bench"), "paired");
        Assumptions.assumeTrue(Files.isDirectory(bench), bench + " is not there");
        assertEquals(0.655, mean(bench, "unstructured", new Ssim()), 1e-3);
        assertEquals(0.931, mean(bench, "structured", new Ssim()), 1e-3);
        assertEquals(24.74, mean(bench, "unstructured", new Psnr()), 0.01);
        assertEquals(24.49, mean(bench, "structured", new Psnr()), 0.01);
    }

    private static double mean(Path bench, String kind, Metric.FullReference metric) throws IOException {
        List<Double> scores = new ArrayList<>();
        try (var files = Files.list(bench.resolve("truth"))) {
            for (Path file : files.toList()) {
                Photo truth = PhotoReader.read(file).samples().photo();
                Photo damaged = PhotoReader.read(bench.resolve(kind).resolve(file.getFileName()))
                        .samples()
                        .photo();
                scores.add(metric.score(damaged, truth));
            }
        }
        return scores.stream().mapToDouble(x -> x).average().orElseThrow();
    }

    @Test
    void refusesPhotosSmallerThanItsWindow() {
        Photo small = new Photo(List.of(Plane.of(new Size(6, 9), (_, _) -> 0)));
        assertThrows(IllegalArgumentException.class, () -> new Ssim().score(small, small));
    }
}
