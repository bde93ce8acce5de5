package dev.tintype.measure;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;

/// Photos for which other programs can compute reference values: waves with noise from a hash, in steps of 255, and
/// some of the benchmark.
final class Textures {
    private static final Path PAIRED = Path.of(System.getProperty("bench.dir", "../../shared/bench"), "paired");

    /// A restored photo and its truth, in colour.
    static final Photo COLOUR = of(new Size(300, 211), 3, 0.5, 7);

    static final Photo COLOUR_TRUTH = of(new Size(300, 211), 3, 0.1, 7);
    static final Photo GREY = of(new Size(193, 200), 1, 0.3, 9);
    static final Photo GREY_TRUTH = of(new Size(193, 200), 1, 0.2, 5);

    private Textures() {}

    private static Photo of(Size size, int channels, double noise, int seed) {
        return new Photo(IntStream.range(0, channels)
                .mapToObj(channel -> Plane.of(size, (row, column) -> {
                    double waves = 0.5
                            + 0.2 * Math.sin(0.11 * column + 0.05 * row + channel)
                            + 0.12 * Math.sin(0.4 * row - 0.23 * column);
                    double sample = waves + noise * (random(row, column, channel, seed) - 0.5);
                    return (float) (Math.floor(Math.clamp(sample, 0, 1) * 255 + 0.5) / 255);
                }))
                .toList());
    }

    private static double random(int row, int column, int channel, int seed) {
        int x = row * 73856093 ^ column * 19349663 ^ channel * 83492791 ^ seed;
        for (int i = 0; i < 2; i++) {
            x = (x ^ x >>> 16) * 0x45d9f3b;
        }
        return ((x ^ x >>> 16) & 0xFFFF) / 65535.0;
    }

    /// A photo of the benchmark, such as `mixed/01`.
    static Photo paired(String name) {
        Assumptions.assumeTrue(Files.isDirectory(PAIRED), PAIRED + " is not there");
        return PhotoReader.read(PAIRED.resolve(name + ".png")).samples().photo();
    }

    static Photo flat(Size size) {
        return new Photo(List.of(Plane.of(size, (_, _) -> 0.5f)));
    }
}
