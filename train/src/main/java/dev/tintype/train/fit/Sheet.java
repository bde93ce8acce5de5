package dev.tintype.train.fit;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Size;
import dev.tintype.write.AtomicFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/// A picture of pictures: one row for each sample, photos of one size side by side.
public final class Sheet {
    private static final int GAP = 4;

    private Sheet() {}

    /// Draws it.
    ///
    /// @param enlarged how many pixels across and down a pixel becomes
    public static void write(Path file, List<List<Photo>> rows, int enlarged) throws IOException {
        Size size = rows.getFirst().getFirst().size();
        int columns = rows.stream().mapToInt(List::size).max().orElse(1);
        int across = enlarged * size.width() + GAP;
        int down = enlarged * size.height() + GAP;
        BufferedImage sheet = new BufferedImage(columns * across, rows.size() * down, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                draw(sheet, column * across, row * down, rows.get(row).get(column), enlarged);
            }
        }
        AtomicFile.write(file, true, out -> ImageIO.write(sheet, "png", out.toFile()));
    }

    private static void draw(BufferedImage sheet, int x, int y, Photo photo, int enlarged) {
        for (int row = 0; row < enlarged * photo.size().height(); row++) {
            for (int column = 0; column < enlarged * photo.size().width(); column++) {
                int rgb = 0;
                for (int c = 0; c < 3; c++) {
                    float sample = photo.planes().get(photo.grey() ? 0 : c).at(row / enlarged, column / enlarged);
                    rgb = rgb << 8 | Math.round(Math.clamp(sample, 0f, 1f) * 255);
                }
                sheet.setRGB(x + column, y + row, rgb);
            }
        }
    }
}
