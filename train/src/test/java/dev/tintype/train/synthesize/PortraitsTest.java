package dev.tintype.train.synthesize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortraitsTest {
    private static final int SIDE = 64;
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
    void turnsAFaceUprightNearlyAsTheTemplateHasIt() throws IOException {
        Portraits portraits = Portraits.read(List.of(folder), Optional.of(points(POINTS)));
        assertEquals(1, portraits.portraits().size());
        FacePoints wanted = FacePoints.upright(SIDE);
        double middle = (wanted.leftEye().column() + wanted.rightEye().column()) / 2;
        for (int seed = 0; seed < 20; seed++) {
            Photo face = portraits.upright(SIDE, new Random(seed));
            Point found = centre(face.planes().getFirst());
            assertEquals(wanted.leftEye().row(), found.row(), 0.12 * SIDE);
            assertEquals(middle, found.column(), 0.12 * SIDE);
        }
    }

    private static Point centre(Plane plane) {
        double all = 0;
        double rows = 0;
        double columns = 0;
        for (int row = 0; row < plane.size().height(); row++) {
            for (int column = 0; column < plane.size().width(); column++) {
                all += plane.at(row, column);
                rows += row * plane.at(row, column);
                columns += column * plane.at(row, column);
            }
        }
        return new Point(rows / all, columns / all);
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

    @Test
    void agedFacesHaveTheTruthOfTheirSeed() throws IOException {
        FaceAgeing ageing = new FaceAgeing(Portraits.read(List.of(folder), Optional.empty()));
        int damaged = 0;
        for (int seed = 0; seed < 40; seed++) {
            Sample one = ageing.sample(SIDE, seed);
            Sample same = ageing.sample(SIDE, seed);
            assertEquals(new Size(SIDE, SIDE), one.aged().size());
            assertEquals(0, difference(one.aged(), same.aged()));
            damaged += difference(one.aged(), one.sound()) > 0.005 ? 1 : 0;
        }
        assertTrue(damaged >= 25 && damaged < 40, damaged + " of 40 were aged");
    }

    private static double difference(Photo one, Photo other) {
        double sum = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            for (int c = 0; c < 3; c++) {
                sum += Math.abs(one.planes().get(c).at(i / SIDE, i % SIDE)
                        - other.planes().get(c).at(i / SIDE, i % SIDE));
            }
        }
        return sum / (3.0 * SIDE * SIDE);
    }
}
