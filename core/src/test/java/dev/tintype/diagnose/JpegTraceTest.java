package dev.tintype.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;

class JpegTraceTest {
    private static Plane compressed(Plane plane, int quality) throws IOException {
        Size size = plane.size();
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_BYTE_GRAY);
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                image.getRaster().setSample(column, row, 0, Math.round(255 * plane.at(row, column)));
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam options = writer.getDefaultWriteParam();
        options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        options.setCompressionQuality(quality / 100f);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), options);
        }
        writer.dispose();
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        return Plane.of(size, (row, column) -> read.getRaster().getSample(column, row, 0) / 255f);
    }

    private static Plane scene() {
        return Scene.noisy(Scene.sound(), _ -> 0.02, 4).planes().getFirst();
    }

    @Test
    void readsTheQuality() throws IOException {
        for (int quality : new int[] {15, 25, 40, 60, 80}) {
            JpegTrace trace = JpegTrace.of(compressed(scene(), quality));
            assertEquals(quality, trace.quality(), 2);
            assertTrue(trace.fit() > 0.65, trace::toString);
        }
    }

    @Test
    void findsTheGridOfACroppedPhoto() throws IOException {
        Plane cropped = compressed(scene(), 20).crop(new Region(3, 5, new Size(300, 240)));
        assertEquals(20, JpegTrace.of(cropped).quality(), 2);
    }

    @Test
    void seesNoneWhereThereIsNone() {
        assertTrue(JpegTrace.of(scene()).fit() < 0.3);
    }
}
