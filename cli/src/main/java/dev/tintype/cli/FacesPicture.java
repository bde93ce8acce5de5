package dev.tintype.cli;

import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.nn.stage.FaceTreatment;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Size;
import dev.tintype.write.AtomicFile;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/// A photo with the boxes, points and numbers of its faces: yellow where a face would be refined, else white.
record FacesPicture(Samples scan, List<FaceTreatment> treatments) {
    private static final int LONGEST = 2000; // pixels of the picture
    private static final Color REFINED = new Color(0xFFD34D);

    void write(Path file) throws IOException {
        int step = Math.ceilDiv(Math.max(scan.size().width(), scan.size().height()), LONGEST);
        BufferedImage picture = reduced(step);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (int i = 0; i < treatments.size(); i++) {
            draw(graphics, treatments.get(i), Integer.toString(i + 1), step);
        }
        graphics.dispose();
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.write(file, true, out -> ImageIO.write(picture, "png", out.toFile()));
    }

    private void draw(Graphics2D graphics, FaceTreatment treatment, String number, int step) {
        Region box = treatment.face().box(scan.size());
        int height = box.size().height() / step;
        graphics.setColor(treatment.strength() > 0 ? REFINED : Color.WHITE);
        graphics.setStroke(new BasicStroke(Math.max(1, height / 80f)));
        graphics.drawRect(box.column() / step, box.row() / step, box.size().width() / step, height);
        int dot = Math.max(2, height / 30);
        for (Point point : treatment.face().points().all()) {
            int column = (int) Math.round(point.column() / step);
            int row = (int) Math.round(point.row() / step);
            graphics.fillOval(column - dot / 2, row - dot / 2, dot, dot);
        }
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, Math.max(11, height / 6)));
        graphics.drawString(
                number,
                box.column() / step + dot,
                box.row() / step + graphics.getFontMetrics().getAscent());
    }

    /// @param step pixels of the scan that become one, across and down
    private BufferedImage reduced(int step) {
        Size size = new Size(
                Math.max(1, scan.size().width() / step), Math.max(1, scan.size().height() / step));
        BufferedImage picture = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                int rgb = 0;
                for (int c = 0; c < 3; c++) {
                    rgb = rgb << 8 | mean(scan.channels() == 1 ? 0 : c, row * step, column * step, step);
                }
                picture.setRGB(column, row, rgb);
            }
        }
        return picture;
    }

    private int mean(int channel, int row, int column, int step) {
        double sum = 0;
        for (int i = 0; i < step * step; i++) {
            sum += scan.raw(channel, row + i / step, column + i % step);
        }
        return (int)
                Math.round(255 * Math.clamp(sum / step / step / scan.depth().white(), 0, 1));
    }
}
