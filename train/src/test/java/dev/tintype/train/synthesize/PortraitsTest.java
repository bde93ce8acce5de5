package dev.tintype.train.synthesize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortraitsTest {
    private static final String POINTS = "dots.png,60,80,130,50,110,101,119,151,161,133";

    @TempDir
    private Path folder = Path.of(".");

    /// Two white eyes, the left one at column 60 and row 80, on black.
    @BeforeEach
    void draw() throws IOException {
        BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillOval(50, 70, 21, 21);
        g.fillOval(120, 40, 21, 21);
        g.dispose();
        ImageIO.write(image, "png", folder.resolve("dots.png").toFile());
    }

    private Path points(String... lines) throws IOException {
        return Files.write(folder.resolve("points.csv"), List.of(lines));
    }

    @Test
    void leavesOutWhatThePointsDoNotName() throws IOException {
        Portraits none = Portraits.read(List.of(folder), Optional.of(points(POINTS.replace("dots", "others"))));
        assertEquals(List.of(), none.portraits());
        assertTrue(
                none.skipped().getFirst().contains("dots.png"), none.skipped().toString());
    }

    @Test
    void refusesALineThatLacksNumbers() throws IOException {
        Path file = points("dots.png,60,80");
        assertThrows(IllegalArgumentException.class, () -> Portraits.read(List.of(folder), Optional.of(file)));
    }
}
