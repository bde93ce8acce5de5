package dev.tintype.read;

import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.photo.UnreadablePhotoException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Interim.
public final class PhotoReader {
    private PhotoReader() {}

    /// Interim.
    public static Scan read(Path file) {
        try {
            var image = javax.imageio.ImageIO.read(file.toFile());
            if (image == null) {
                throw new UnreadablePhotoException(file + " is no picture");
            }
            int bands = image.getRaster().getNumBands() >= 3 ? 3 : 1;
            Samples samples = new Samples(new Size(image.getWidth(), image.getHeight()), bands, Samples.Depth.BITS_8);
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    if (bands == 1) {
                        samples.put(0, y, x, image.getRaster().getSample(x, y, 0));
                        continue;
                    }
                    int rgb = image.getRGB(x, y);
                    samples.put(0, y, x, rgb >> 16 & 255);
                    samples.put(1, y, x, rgb >> 8 & 255);
                    samples.put(2, y, x, rgb & 255);
                }
            }
            return new Scan(samples, Optional.empty(), Metadata.NONE);
        } catch (IOException e) {
            throw new UnreadablePhotoException(file + ": " + e.getMessage());
        }
    }
}
