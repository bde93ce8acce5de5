package dev.tintype.cli;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import dev.tintype.write.AtomicFile;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// A picture of one enlarged detail of a photo as many methods restored it: two rows for each noise, under titles.
final class DetailSheet {
    private static final int ENLARGED = 2;
    private static final int GAP = 6;
    private static final int TITLE = 20; // pixels above a detail
    private static final int ACROSS = 6; // details in a row

    private final Photo truth;
    private final Region detail;
    private final List<Cell> cells = new ArrayList<>();

    /// @param side of the detail, pixels, at most; it is where the sharp photo changes most
    DetailSheet(Photo truth, int side) {
        this.truth = truth;
        this.detail = busiest(truth.planes().getFirst(), side);
    }

    /// Begins a group with the sharp photo and the blurred one.
    void begin(String title, Photo blurred) {
        while (cells.size() % ACROSS != 0) {
            cells.add(new Cell("", truth, false));
        }
        add("sharp", truth);
        add("blurred, " + title, blurred);
    }

    void add(String title, Photo photo) {
        cells.add(new Cell(title, photo.crop(detail), true));
    }

    void write(Path file) throws IOException {
        int across = ENLARGED * detail.size().width() + GAP;
        int down = ENLARGED * detail.size().height() + TITLE + GAP;
        int rows = (cells.size() + ACROSS - 1) / ACROSS;
        BufferedImage sheet = new BufferedImage(ACROSS * across + GAP, rows * down + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            if (cell.shown()) {
                int x = GAP + i % ACROSS * across;
                int y = i / ACROSS * down;
                graphics.drawString(cell.title(), x, y + TITLE - 3);
                draw(sheet, x, y + TITLE, cell.photo());
            }
        }
        graphics.dispose();
        AtomicFile.write(file, true, out -> ImageIO.write(sheet, "png", out.toFile()));
    }

    private static void draw(BufferedImage sheet, int x, int y, Photo photo) {
        for (int row = 0; row < ENLARGED * photo.size().height(); row++) {
            for (int column = 0; column < ENLARGED * photo.size().width(); column++) {
                int rgb = 0;
                for (int c = 0; c < 3; c++) {
                    Plane plane = photo.planes().get(photo.grey() ? 0 : c);
                    float sample = plane.at(row / ENLARGED, column / ENLARGED);
                    rgb = rgb << 8 | Math.round(Math.clamp(sample, 0f, 1f) * 255);
                }
                sheet.setRGB(x + column, y + row, rgb);
            }
        }
    }

    private static Region busiest(Plane plane, int side) {
        Size size = new Size(
                Math.min(side, plane.size().width()),
                Math.min(side, plane.size().height()));
        Region best = new Region(0, 0, size);
        double most = -1;
        for (int row = 0; row + size.height() <= plane.size().height(); row += size.height() / 2) {
            for (int column = 0; column + size.width() <= plane.size().width(); column += size.width() / 2) {
                Region here = new Region(row, column, size);
                double change = change(plane.crop(here));
                if (change > most) {
                    most = change;
                    best = here;
                }
            }
        }
        return best;
    }

    private static double change(Plane plane) {
        double sum = 0;
        for (int row = 1; row < plane.size().height(); row++) {
            for (int column = 1; column < plane.size().width(); column++) {
                sum += Math.abs(plane.at(row, column) - plane.at(row, column - 1))
                        + Math.abs(plane.at(row, column) - plane.at(row - 1, column));
            }
        }
        return sum;
    }

    /// A detail and what it is.
    private record Cell(String title, Photo photo, boolean shown) {}
}
