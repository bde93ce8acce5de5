package dev.tintype.cli;

import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.photo.UnreadablePhotoException;
import dev.tintype.read.PhotoReader;
import java.nio.file.Path;

/// A picture that says where a photo is damaged.
final class MaskFile {
    private MaskFile() {}

    /// Reads a mask: what is brighter than middle grey is damaged.
    ///
    /// @param size the size of its photo
    static Samples read(Path file, Size size) {
        Samples picture = PhotoReader.read(file).samples();
        if (!picture.size().equals(size)) {
            throw new UnreadablePhotoException("the mask %s is %d x %d pixels, the photo %d x %d; they must agree"
                    .formatted(file, picture.size().width(), picture.size().height(), size.width(), size.height()));
        }
        Samples mask = new Samples(size, 1, Depth.BITS_8);
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                mask.put(0, row, column, brightness(picture, row, column) > 0.5f ? Depth.BITS_8.white() : 0);
            }
        }
        return mask;
    }

    private static float brightness(Samples picture, int row, int column) {
        float sum = 0;
        for (int channel = 0; channel < picture.channels(); channel++) {
            sum += picture.raw(channel, row, column);
        }
        return sum / picture.channels() / picture.depth().white();
    }
}
