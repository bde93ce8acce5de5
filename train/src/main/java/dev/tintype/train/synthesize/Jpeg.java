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
            return new Photo(
                    roundTrip(Toning.threePlanes(photo), quality).planes().subList(1, 2));
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
        int[] rgb = new int[size.area()];
        for (Plane plane : photo.planes()) {
            float[] x = plane.toArray();
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = rgb[i] << 8 | Math.round(x[i] * 255);
            }
        }
        image.setRGB(0, 0, size.width(), size.height(), rgb, 0, size.width());
        return image;
    }

    private static Photo photo(BufferedImage image) {
        Size size = new Size(image.getWidth(), image.getHeight());
        int[] rgb = image.getRGB(0, 0, size.width(), size.height(), null, 0, size.width());
        return new Photo(List.of(plane(rgb, size, 16), plane(rgb, size, 8), plane(rgb, size, 0)));
    }

    private static Plane plane(int[] rgb, Size size, int shift) {
        return Plane.of(size, (row, column) -> (rgb[row * size.width() + column] >> shift & 255) / 255f);
    }
}
