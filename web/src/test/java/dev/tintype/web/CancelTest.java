package dev.tintype.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Work that is no longer wanted.
class CancelTest {
    @TempDir
    Path folder;

    @Test
    void endsInTheMiddleOfAStepAndLeavesNothing() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        try (RunningServer server = new RunningServer(data)) {
            Path large = OldPhotos.write(folder.resolve("large.png"), new Size(3000, 200), Depth.BITS_8, 1);
            String photo = server.added(large);
            String restoration = server.restoration(photo);
            inTheMiddleOf(server, restoration);
            assertEquals(
                    202,
                    server.post("api/restorations/%s/cancel".formatted(restoration), "")
                            .statusCode());
            assertEquals("CANCELLED", server.end(restoration));
            server.add(OldPhotos.write(folder.resolve("small.png"), new Size(60, 40), Depth.BITS_8, 2));
            assertEquals("CANCELLED", server.end(restoration));
            assertEquals(
                    404,
                    server.get("api/restorations/%s/photo".formatted(restoration))
                            .statusCode());
            try (Stream<Path> files = Files.list(data.resolve("restored"))) {
                List<Path> left = files.filter(file -> file.toString().contains(restoration))
                        .toList();
                assertEquals(List.of(), left);
            }
        }
    }

    /// Waits until some, but not all, tiles of the one step have begun.
    private static void inTheMiddleOf(RunningServer server, String restoration) throws InterruptedException {
        double share = 0;
        while (share <= 1 / 3.0) { // reading and diagnosing come first, writing last
            Thread.sleep(20);
            JsonNode now = server.json("api/restorations/" + restoration);
            assertTrue(now.get("state").asString().matches("WAITING|RUNNING"), now.toString());
            share = now.get("share").asDouble();
        }
        assertFalse(share > 2 / 3.0, "only %s was left".formatted(1 - share));
    }
}
