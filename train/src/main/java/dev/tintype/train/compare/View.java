package dev.tintype.train.compare;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// One version of a photo that a reader sees: damaged, restored by a method, or the truth.
///
/// @param title its method, or `truth`
/// @param row what was measured of it
record View(String title, Path file, Optional<Row> row) {
    private static final float QUALITY = 0.88f;

    /// The picture, reduced to at most so many pixels on its longer side.
    BufferedImage picture(int longest) {
        Photo photo = PhotoReader.read(file).samples().photo();
        Size size = photo.size();
        BufferedImage whole = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                whole.setRGB(column, row, rgb(photo, row, column));
            }
        }
        double scale = (double) longest / Math.max(size.width(), size.height());
        return scale >= 1
                ? whole
                : reduced(whole, Math.max(1, (int) Math.round(scale * size.width())), Math.max(1, (int)
                        Math.round(scale * size.height())));
    }

    private static int rgb(Photo photo, int row, int column) {
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
            Plane plane = photo.planes().get(photo.grey() ? 0 : c);
            rgb = rgb << 8 | Math.round(Math.clamp(plane.at(row, column), 0f, 1f) * 255);
        }
        return rgb;
    }

    private static BufferedImage reduced(BufferedImage whole, int width, int height) {
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        Image mean = whole.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
        graphics.drawImage(mean, 0, 0, null);
        graphics.dispose();
        return small;
    }

    /// A picture as the bytes of a JPEG file.
    static byte[] jpeg(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam options = writer.getDefaultWriteParam();
        options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        options.setCompressionQuality(QUALITY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), options);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
