package dev.tintype.read;

import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;

/// Files and samples to test with. The files were made with ImageMagick, libtiff, cwebp and ExifTool from `rgb16.png`,
/// a photo-like plasma of 24 x 16 pixels; `rgb.png` is the same in 8 bits.
public final class Specimen {
    private Specimen() {}

    /// A file of the test resources.
    public static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(Specimen.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    /// Full-range noise, which nothing compresses.
    public static Samples noise(Size size, int channels, Depth depth, long seed) {
        Random random = new Random(seed);
        Samples samples = new Samples(size, channels, depth);
        for (int c = 0; c < channels; c++) {
            for (int row = 0; row < size.height(); row++) {
                for (int column = 0; column < size.width(); column++) {
                    samples.put(
                            c,
                            row,
                            column,
                            depth == Depth.FLOAT ? random.nextFloat() : random.nextInt((int) depth.white() + 1));
                }
            }
        }
        return samples;
    }

    /// The greatest difference between two photos of the same size, in sample units from 0 to 1. Grey is compared with
    /// every channel of the other.
    public static double difference(Samples one, Samples other) {
        double greatest = 0;
        for (int c = 0; c < Math.max(one.channels(), other.channels()); c++) {
            for (int row = 0; row < one.size().height(); row++) {
                for (int column = 0; column < one.size().width(); column++) {
                    double a = one.raw(Math.min(c, one.channels() - 1), row, column)
                            / one.depth().white();
                    double b = other.raw(Math.min(c, other.channels() - 1), row, column)
                            / other.depth().white();
                    greatest = Math.max(greatest, Math.abs(a - b));
                }
            }
        }
        return greatest;
    }
}
