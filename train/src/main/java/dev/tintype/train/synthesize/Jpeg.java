package dev.tintype.train.synthesize;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/// What JPEG compression leaves of a photo.
final class Jpeg {
    private Jpeg() {}

    /// @param quality 1 to 100
    static Photo roundTrip(Photo photo, int quality) {
        if (photo.grey()) {
            Plane grey = photo.planes().getFirst();
            return new Photo(roundTrip(new Photo(List.of(grey, grey, grey)), quality)
                    .planes()
                    .subList(1, 2));
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam options = writer.getDefaultWriteParam();
        options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        options.setCompressionQuality(quality / 100f);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image(photo), null, null), options);
            out.flush();
            return photo(ImageIO.read(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage image(Photo photo) {
        Size size = photo.size();
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                int rgb = 0;
                for (Plane plane : photo.planes()) {
                    rgb = rgb << 8 | Math.round(plane.at(row, column) * 255);
                }
                image.setRGB(column, row, rgb);
            }
        }
        return image;
    }

    private static Photo photo(BufferedImage image) {
        Size size = new Size(image.getWidth(), image.getHeight());
        return new Photo(List.of(plane(image, size, 16), plane(image, size, 8), plane(image, size, 0)));
    }

    private static Plane plane(BufferedImage image, Size size, int shift) {
        return Plane.of(size, (row, column) -> (image.getRGB(column, row) >> shift & 255) / 255f);
    }
}
