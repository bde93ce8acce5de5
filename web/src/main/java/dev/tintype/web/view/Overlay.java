package dev.tintype.web.view;

import dev.tintype.photo.Samples;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// What is laid over a photo to show where something is.
public final class Overlay {
    private static final int COLOUR = 0xF0323C; // a red that hardly any old photo has
    private static final int LEAST = 8; // of 255; below is what JPEG made around edges

    private Overlay() {}

    /// A tile as PNG: the more a sample is, the less clear.
    ///
    /// @param samples one channel in 8 bits
    public static byte[] png(Samples samples) {
        BufferedImage picture =
                new BufferedImage(samples.size().width(), samples.size().height(), BufferedImage.TYPE_INT_ARGB);
        for (int row = 0; row < samples.size().height(); row++) {
            for (int column = 0; column < samples.size().width(); column++) {
                int value = (int) samples.raw(0, row, column);
                picture.setRGB(column, row, value < LEAST ? 0 : value << 24 | COLOUR);
            }
        }
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
