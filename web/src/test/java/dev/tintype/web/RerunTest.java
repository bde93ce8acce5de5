package dev.tintype.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.web.Client.Added;
import dev.tintype.web.store.Restorations;
import dev.tintype.web.store.StoredRestoration.Done;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A changed plan runs from its first changed step on.
class RerunTest {
    private static final String FIRST = plan("0.3");
    private static final String CHANGED = plan("0.9");
    private static final String NOTE = "taken from an earlier run";

    @TempDir
    Path folder;

    private static String plan(String strength) {
        return """
                {"plan": {"steps": [
                  {"stage": "bm3d", "options": {"sigma": "0.08"}, "reason": "noise"},
                  {"stage": "auto-levels", "options": {"strength": "%s"}, "reason": "faded"}]}}
                """.formatted(strength);
    }

    @Test
    void givesTheSameBytesAsFromTheBeginning() throws IOException {
        Path photo = OldPhotos.write(folder.resolve("old.tif"), new Size(900, 600), Depth.BITS_16, 1);
        Path data = folder.resolve("data");
        byte[] changed;
        String id;
        try (RunningServer server = new RunningServer(data)) {
            Added added = server.add(photo);
            id = added.photo();
            assertEquals(List.of(false, false), earlier(run(server, id, FIRST)));
            assertFalse(page(server, id).contains(NOTE));
            JsonNode again = run(server, id, CHANGED);
            assertEquals(List.of(true, false), earlier(again));
            changed = bytes(server, again);
            assertTrue(page(server, id).contains(NOTE));
        }
        try (RunningServer server = new RunningServer(data)) {
            JsonNode later = run(server, id, CHANGED);
            assertTrue(earlier(later).getFirst(), "also after the server was started again");
            assertArrayEquals(changed, bytes(server, later));
            for (Path file : kept(data)) {
                byte[] content = Files.readAllBytes(file);
                content[content.length / 2] ^= 1;
                Files.write(file, content);
            }
            JsonNode damaged = run(server, id, CHANGED);
            assertEquals(List.of(false, false), earlier(damaged));
            assertArrayEquals(changed, bytes(server, damaged));
            assertFalse(kept(data).isEmpty());
            server.send(server.request("api/photos/" + id).DELETE());
            assertEquals(List.of(), kept(data));
        }
        try (RunningServer server = new RunningServer(folder.resolve("fresh"))) {
            JsonNode fresh = run(server, server.add(photo).photo(), CHANGED);
            assertFalse(earlier(fresh).contains(true));
            assertArrayEquals(changed, bytes(server, fresh));
        }
    }

    @Test
    void readsWhatWasNotedDownBeforeStepsWereTakenUp() throws IOException {
        try (RunningServer server = new RunningServer(folder.resolve("data"))) {
            Added added = server.add(OldPhotos.write(folder.resolve("old.png"), new Size(60, 40), Depth.BITS_8, 2));
            server.bean(JdbcClient.class)
                    .sql("update restoration set steps = replace(steps, ',\"earlier\":false', '')")
                    .update();
            assertEquals(List.of(false), earlier(server.json("api/restorations/" + added.restoration())));
        }
    }

    @Test
    void thePaceIsThatOfRestorationsThatRanWhole() throws IOException {
        try (RunningServer server = new RunningServer(folder.resolve("data"))) {
            Size size = new Size(900, 600);
            String id = server.add(OldPhotos.write(folder.resolve("paced.tif"), size, Depth.BITS_16, 3))
                    .photo();
            run(server, id, FIRST);
            assertTrue(earlier(run(server, id, CHANGED)).contains(true));
            Restorations restorations = server.bean(Restorations.class);
            double whole = restorations.of(UUID.fromString(id)).stream()
                    .filter(one -> one.steps().stream().noneMatch(Done::earlier))
                    .mapToDouble(one -> one.seconds() / size.area() * 1e6)
                    .average()
                    .orElseThrow();
            assertEquals(whole, restorations.pace(), 1e-9);
        }
    }

    /// Restores a photo by a plan and tells what came of it.
    private static JsonNode run(RunningServer server, String photo, String plan) {
        HttpResponse<byte[]> taken = server.post("api/photos/%s/restorations".formatted(photo), plan);
        String id = RunningServer.json(taken).get("id").asString();
        assertEquals("DONE", server.end(id));
        return server.json("api/restorations/" + id);
    }

    private static List<Boolean> earlier(JsonNode restoration) {
        return StreamSupport.stream(restoration.get("steps").spliterator(), false)
                .map(step -> step.get("earlier").asBoolean())
                .toList();
    }

    private static byte[] bytes(RunningServer server, JsonNode restoration) {
        return server.get("api/restorations/%s/photo?format=tif"
                        .formatted(restoration.get("id").asString()))
                .body();
    }

    private static String page(RunningServer server, String photo) {
        return new String(server.get("photos/" + photo).body(), StandardCharsets.UTF_8);
    }

    private static List<Path> kept(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("halfway"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
