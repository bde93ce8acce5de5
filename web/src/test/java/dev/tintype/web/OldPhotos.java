package dev.tintype.web;

import dev.tintype.photo.Bytes;
import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.write.PhotoWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/// Small photos with noise.
final class OldPhotos {
    private static final double SIGMA = 0.08; // of the noise, sample units

    private OldPhotos() {}

    /// A grey photo of a bright disc on a slope, noisy, with a resolution and an XMP packet.
    ///
    /// @param file its name says the format
    static Path write(Path file, Size size, Depth depth, long seed) {
        return write(file, size, depth, new Random(seed), SIGMA);
    }

    /// The same in 8 bits and without noise.
    static Path sound(Path file, Size size) {
        return write(file, size, Depth.BITS_8, new Random(0), 0);
    }

    private static Path write(Path file, Size size, Depth depth, Random random, double sigma) {
        Samples samples = new Samples(size, 1, depth);
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                double disc = Math.hypot(row - size.height() / 2.0, column - size.width() / 2.0) < 30 ? 0.35 : 0;
                double sound = 0.2 + 0.3 * column / size.width() + disc;
                double noisy = Math.clamp(sound + sigma * random.nextGaussian(), 0, 1);
                samples.put(0, row, column, (float) Math.rint(noisy * depth.white()));
            }
        }
        String xmp = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><!-- album of 1912 --></x:xmpmeta>";
        Metadata metadata =
                Metadata.NONE.withDpi(300).withXmp(Optional.of(Bytes.of(xmp.getBytes(StandardCharsets.UTF_8))));
        PhotoWriter.write(new Scan(samples, Optional.empty(), metadata), file, false);
        return file;
    }
}
