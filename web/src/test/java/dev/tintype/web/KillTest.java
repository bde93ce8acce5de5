package dev.tintype.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The real server, killed in the middle of its work.
class KillTest {
    private static final int PHOTOS = 6;

    @TempDir
    Path folder;

    @Test
    void whatWasAcceptedIsDoneOnceAlsoAfterAKill() throws IOException {
        Path data = folder.resolve("data");
        List<String> accepted = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start(data);
                Client client = new Client(server.address())) {
            for (int i = 0; i < PHOTOS; i++) {
                Path photo = OldPhotos.write(folder.resolve(i + ".png"), new Size(120, 90), Depth.BITS_8, i);
                accepted.add(client.added(photo));
            }
            client.end(client.restoration(accepted.getFirst()));
            server.kill(); // right after the answer to the last
        }
        Map<Path, FileTime> before = restored(data);
        assertNotEquals(PHOTOS, before.size(), "it must be killed in the middle");
        try (ServerProcess server = ServerProcess.start(data);
                Client client = new Client(server.address())) {
            for (String photo : accepted) {
                JsonNode all = client.json("api/photos/%s/restorations".formatted(photo));
                assertEquals(1, all.size());
                assertEquals("DONE", client.end(all.get(0).get("id").asString()));
            }
            assertEquals(PHOTOS, client.json("api/photos").size());
        }
        Map<Path, FileTime> after = restored(data);
        assertEquals(PHOTOS, after.size());
        long kept = before.entrySet().stream()
                .filter(file -> file.getValue().equals(after.get(file.getKey())))
                .count();
        assertTrue(kept >= 1, "what was done before is not done again");
    }

    /// When each result was written.
    private static Map<Path, FileTime> restored(Path data) throws IOException {
        Map<Path, FileTime> times = new HashMap<>();
        try (Stream<Path> files = Files.list(data.resolve("restored"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".tif")).toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }
}
