package dev.tintype.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holes that are larger than what is filled at once.
class HugeHoleTest {
    private static final Size SIZE = new Size(2300, 1500);
    private static final int EDGE = 100; // pixels around the hole
    private static final int SEAM = 1024; // where one part ends and the next begins

    @TempDir
    static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = new RunningServer(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aSlopeGoesOnAcrossIt() throws IOException {
        DoubleBinaryOperator slope = (row, column) -> 40 + 120 * column / SIZE.width() + 60 * row / SIZE.height();
        Samples filled = filled("slope.png", slope, "DIFFUSION");
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 0; column < SIZE.width(); column++) {
                float value = filled.raw(0, row, column);
                String place = "row %d, column %d".formatted(row, column);
                assertEquals(slope.applyAsDouble(row, column), value, 5, place);
                assertEquals(filled.raw(0, row, Math.max(0, column - 1)), value, 1, place);
                assertEquals(filled.raw(0, Math.max(0, row - 1), column), value, 1, place);
            }
        }
    }

    @Test
    void textureGoesOnAcrossIt() throws IOException {
        DoubleBinaryOperator weave = (row, column) -> 128 + 50 * Math.sin(column / 3.0) + 40 * Math.sin(row / 4.0);
        Samples filled = filled("weave.png", weave, "PATCHES");
        double across = 0;
        double usual = 0;
        for (int row = EDGE + 50; row < SIZE.height() - EDGE - 50; row++) {
            across += step(filled, row, SEAM);
            for (int aside = 1; aside <= 20; aside++) {
                usual += (step(filled, row, SEAM - 5 * aside) + step(filled, row, SEAM + 5 * aside)) / 40;
            }
        }
        assertTrue(usual > 5 * SIZE.height(), "it has texture: " + usual);
        assertTrue(across < 1.6 * usual, "%f at the seam, %f beside it".formatted(across, usual));
        for (int row = EDGE + 100; row < SIZE.height() - EDGE - 100; row += 200) {
            for (int column = EDGE + 100; column < SIZE.width() - EDGE - 100; column += 200) {
                assertTrue(spread(filled, row, column) > 30, "there is texture at %d, %d".formatted(row, column));
            }
        }
    }

    private static double step(Samples samples, int row, int column) {
        return Math.abs(samples.raw(0, row, column) - samples.raw(0, row, column - 1));
    }

    private static double spread(Samples samples, int row, int column) {
        double least = 255;
        double most = 0;
        for (int i = 0; i < 900; i++) {
            float value = samples.raw(0, row + i / 30, column + i % 30);
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return most - least;
    }

    /// A photo with a white hole that is filled by hand.
    private static Samples filled(String name, DoubleBinaryOperator sound, String method) throws IOException {
        Samples holed = new Samples(SIZE, 1, Depth.BITS_8);
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 0; column < SIZE.width(); column++) {
                boolean lost =
                        row >= EDGE && row < SIZE.height() - EDGE && column >= EDGE && column < SIZE.width() - EDGE;
                holed.put(0, row, column, lost ? 255 : (float) Math.rint(sound.applyAsDouble(row, column)));
            }
        }
        Path file = folder.resolve(name);
        PhotoWriter.write(new Scan(holed, Optional.empty(), Metadata.NONE), file, false);
        String photo = server.added(file);
        server.post("api/restorations/%s/cancel".formatted(server.restoration(photo)), "");
        String place = "api/photos/%s/retouching".formatted(photo);
        int right = SIZE.width() - EDGE;
        int bottom = SIZE.height() - EDGE;
        String corner = "{\"column\": %d, \"row\": %d}";
        server.post(
                place + "/steps",
                "{\"kind\":\"stroke\",\"tool\":\"LASSO\",\"width\":0,\"feather\":0,\"points\":[%s,%s,%s,%s]}"
                        .formatted(
                                corner.formatted(EDGE, EDGE),
                                corner.formatted(right, EDGE),
                                corner.formatted(right, bottom),
                                corner.formatted(EDGE, bottom)));
        server.post(place + "/steps", "{\"kind\": \"heal\", \"method\": \"%s\"}".formatted(method));
        byte[] result = server.get(place + "/photo?format=png").body();
        return PhotoReader.read(Files.write(folder.resolve("filled-" + name), result))
                .samples();
    }
}
