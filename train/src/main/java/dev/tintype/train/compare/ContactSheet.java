package dev.tintype.train.compare;

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
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/// A picture of photos: a row for each, from the damaged one through each method to the truth, under their PSNR.
record ContactSheet(Gallery gallery) {
    private static final int SIDE = 240; // pixels of a photo's longer side
    private static final int GAP = 10;
    private static final int LINE = 18; // of text
    private static final int HEAD = 34;
    private static final Color PAPER = new Color(0xFBF9F5);
    private static final Color INK = new Color(0x2A2622);
    private static final Color FAINT = new Color(0x857C70);

    /// Writes a sheet of some photos of one input.
    void write(Path file, List<Pair> pairs) throws IOException {
        BufferedImage sheet = draw(pairs);
        AtomicFile.write(file, true, out -> ImageIO.write(sheet, "png", out.toFile()));
    }

    private BufferedImage draw(List<Pair> pairs) {
        List<String> titles = gallery.titles();
        List<List<Cell>> rows = new ArrayList<>();
        for (Pair pair : pairs) {
            rows.add(gallery.views(pair).stream()
                    .map(view -> new Cell(view, view.picture(SIDE)))
                    .toList());
        }
        int width = widest(rows);
        int height = HEAD + rows.stream().mapToInt(ContactSheet::height).sum() + GAP;
        BufferedImage sheet =
                new BufferedImage(titles.size() * (width + GAP) + GAP, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.setColor(INK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
        for (int i = 0; i < titles.size(); i++) {
            text(graphics, titles.get(i), GAP + i * (width + GAP), HEAD - 12, width);
        }
        int top = HEAD;
        for (int i = 0; i < rows.size(); i++) {
            draw(graphics, rows.get(i), pairs.get(i).photo(), new Place(top, width, titles));
            top += height(rows.get(i));
        }
        graphics.dispose();
        return sheet;
    }

    private static void draw(Graphics2D graphics, List<Cell> row, String photo, Place place) {
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        int under = place.top() + height(row) - GAP - 5;
        for (Cell cell : row) {
            int left = GAP + place.titles().indexOf(cell.view().title()) * (place.width() + GAP);
            graphics.drawImage(cell.picture(), left, place.top(), null);
            String score = cell.view().row().stream()
                    .flatMapToDouble(numbers -> numbers.number(Measure.PSNR).stream())
                    .mapToObj(number -> Measure.PSNR.words(number) + " dB")
                    .collect(Collectors.joining());
            graphics.setColor(FAINT);
            text(graphics, cell.view().title().equals(Method.TRUTH) ? photo : score, left, under, place.width());
        }
        graphics.setColor(INK);
    }

    /// Writes a text, cut where it would be too wide.
    private static void text(Graphics2D graphics, String text, int left, int base, int width) {
        String shown = text;
        while (shown.length() > 1 && graphics.getFontMetrics().stringWidth(shown) > width) {
            shown = shown.substring(0, shown.length() - 2) + "…";
        }
        graphics.drawString(shown, left, base);
    }

    private static int widest(List<List<Cell>> rows) {
        return rows.stream()
                .flatMap(List::stream)
                .mapToInt(cell -> cell.picture().getWidth())
                .max()
                .orElse(SIDE);
    }

    private static int height(List<Cell> row) {
        return row.stream().mapToInt(cell -> cell.picture().getHeight()).max().orElse(0) + LINE + GAP;
    }

    private record Cell(View view, BufferedImage picture) {}

    private record Place(int top, int width, List<String> titles) {}
}
