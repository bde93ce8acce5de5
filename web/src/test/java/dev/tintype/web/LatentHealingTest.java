package dev.tintype.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Metadata;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is marked by hand is filled by the network.
class LatentHealingTest {
    private static final Path HOME = Path.of(System.getProperty("tintype.home", ".."));
    private static final Region PART = new Region(60, 80, new Size(200, 160));
    private static final int[] FROM = {20, 30}; // row and column of the scratch's ends
    private static final int[] TO = {130, 170};

    @TempDir
    Path folder;

    @Test
    void aScratchComesNearerToTheTruthAndNothingElseChanges() throws IOException {
        Samples truth = part();
        Samples scratched = scratched(truth);
        Path file = folder.resolve("scratched.png");
        PhotoWriter.write(new Scan(scratched, Optional.empty(), Metadata.NONE), file, false);
        Samples healed;
        try (RunningServer server =
                new RunningServer(folder.resolve("data"), "--tintype.weights=" + HOME.resolve("weights/tintype-s"))) {
            String photo = server.added(file);
            server.post("api/restorations/%s/cancel".formatted(server.restoration(photo)), ""); // nothing needs it
            String place = "api/photos/%s/retouching".formatted(photo);
            step(server, place, """
                    {"kind": "stroke", "tool": "LINE", "width": 8, "feather": 0,
                     "points": [{"row": %d, "column": %d}, {"row": %d, "column": %d}]}
                    """.formatted(FROM[0], FROM[1], TO[0], TO[1]));
            step(server, place, "{\"kind\": \"heal\", \"method\": \"LATENT\"}");
            HttpResponse<byte[]> retouched = server.get(place + "/photo");
            assertEquals(200, retouched.statusCode());
            healed = PhotoReader.read(Files.write(folder.resolve("healed"), retouched.body()))
                    .samples();
        }
        double before = 0;
        double after = 0;
        for (int i = 0; i < PART.size().area(); i++) {
            int row = i / PART.size().width();
            int column = i % PART.size().width();
            for (int c = 0; c < truth.channels(); c++) {
                float right = truth.raw(c, row, column);
                before += Math.abs(scratched.raw(c, row, column) - right);
                after += Math.abs(healed.raw(c, row, column) - right);
                if (distance(row, column) > 4.5) {
                    assertEquals(right, healed.raw(c, row, column), "row %d, column %d".formatted(row, column));
                }
            }
        }
        assertTrue(after < before / 4, "%.0f must be much less than %.0f".formatted(after, before));
    }

    private static void step(RunningServer server, String place, String edit) {
        assertEquals(201, server.post(place + "/steps", edit).statusCode());
    }

    private static Samples part() {
        Samples part = new Samples(PART.size(), 3, Depth.BITS_8);
        part.put(
                0,
                0,
                PhotoReader.read(HOME.resolve("docs/pictures/after-2.jpg"))
                        .samples()
                        .photo(PART));
        return part;
    }

    /// With a white scratch, five pixels wide.
    private static Samples scratched(Samples truth) {
        Samples scratched = new Samples(PART.size(), truth.channels(), truth.depth());
        scratched.put(0, 0, truth.photo());
        for (int i = 0; i < PART.size().area(); i++) {
            int row = i / PART.size().width();
            int column = i % PART.size().width();
            for (int c = 0; c < truth.channels() && distance(row, column) < 2.5; c++) {
                scratched.put(c, row, column, 245);
            }
        }
        return scratched;
    }

    /// From the middle of a pixel to the middle line of the scratch.
    private static double distance(int row, int column) {
        double tall = TO[0] - FROM[0];
        double wide = TO[1] - FROM[1];
        double down = row + 0.5 - FROM[0];
        double right = column + 0.5 - FROM[1];
        double along = Math.clamp((down * tall + right * wide) / (tall * tall + wide * wide), 0, 1);
        return Math.hypot(down - along * tall, right - along * wide);
    }
}
