package dev.tintype.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import dev.tintype.web.Client.Added;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What is done by hand, asked for by a program.
class RetouchTest {
    private static final Size SIZE = new Size(200, 150);

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
    void onlyWhatIsPaintedIsFilledInTheDepthOfThePhoto() throws IOException {
        Path file = OldPhotos.write(folder.resolve("deep.tif"), SIZE, Depth.BITS_16, 11);
        String place = place(server.add(file));
        step(place, stroke("LINE", 6, 2, "[{\"column\": 40, \"row\": 60}, {\"column\": 90, \"row\": 60}]"));
        for (String method : List.of("DIFFUSION", "PATCHES")) {
            step(place, "{\"kind\": \"heal\", \"method\": \"%s\"}".formatted(method));
            Scan before = PhotoReader.read(file);
            Scan after = retouched(place);
            assertEquals(before.metadata().xmp(), after.metadata().xmp());
            int changed = changed(
                    before.samples(),
                    after.samples(),
                    (row, column) ->
                            Math.hypot(row + 0.5 - 60, Math.max(0, Math.max(40 - column - 0.5, column + 0.5 - 90)))
                                    < 5);
            assertTrue(changed > 200, method + " changed " + changed);
            server.post(place + "/undo", "");
            assertArrayEquals(pixels(before.samples()), pixels(retouched(place).samples()), "undone");
        }
    }

    @Test
    void aStepThatIsSwitchedOffCountsNoMoreAndOnlyWhatTouchesItIsMadeAgain() throws IOException {
        Path file = OldPhotos.write(folder.resolve("far.png"), new Size(900, 120), Depth.BITS_8, 12);
        Added added = server.add(file);
        String place = place(added);
        for (String spot : List.of("{\"column\": 60, \"row\": 60}", "{\"column\": 70, \"row\": 62}", far())) {
            step(place, stroke("BRUSH", 12, 0, "[%s]".formatted(spot)));
            step(place, "{\"kind\": \"heal\", \"method\": \"DIFFUSION\"}");
        }
        Samples all = retouched(place).samples();
        JsonNode before = RunningServer.json(server.get(place)).get("patches");
        assertEquals(3, before.size());
        String first = RunningServer.json(server.get(place))
                .get("steps")
                .get(1)
                .get("id")
                .asString();
        turn(place, first, false);
        Samples without = retouched(place).samples();
        JsonNode after = RunningServer.json(server.get(place)).get("patches");
        assertEquals(2, after.size());
        assertNotEquals(before.get(1).get("key"), after.get(0).get("key"), "it looked at the first");
        assertEquals(before.get(2).get("key"), after.get(1).get("key"), "it is far away");
        assertEquals(
                PhotoReader.read(file).samples().raw(0, 57, 55), without.raw(0, 57, 55), "the first spot is as it was");
        turn(place, first, true);
        assertArrayEquals(pixels(all), pixels(retouched(place).samples()));
    }

    private static String far() {
        return "{\"column\": 800, \"row\": 50}";
    }

    @Test
    void aStampCopiesExactly() throws IOException {
        Path file = OldPhotos.write(folder.resolve("stamp.png"), SIZE, Depth.BITS_8, 13);
        String place = place(server.add(file));
        step(
                place,
                "{\"kind\": \"stamp\", \"width\": 20, \"feather\": 0, \"columns\": 50, \"rows\": -12,"
                        + " \"points\": [{\"column\": 60.5, \"row\": 80.5}]}");
        Samples before = PhotoReader.read(file).samples();
        Samples after = retouched(place).samples();
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 0; column < SIZE.width(); column++) {
                boolean copied = Math.hypot(row - 80, column - 60) <= 10;
                float expected = copied ? before.raw(0, row - 12, column + 50) : before.raw(0, row, column);
                assertEquals(expected, after.raw(0, row, column), row + " " + column);
            }
        }
    }

    @Test
    void whatWasMadeIsShownWithAFrameOfWhatIsAroundIt() throws IOException {
        Size size = new Size(400, 300);
        Path file = OldPhotos.write(folder.resolve("framed.png"), size, Depth.BITS_8, 17);
        String place = place(server.add(file));
        step(place, stroke("LINE", 8, 0, "[{\"column\": 100, \"row\": 60}, {\"column\": 300, \"row\": 260}]"));
        step(place, "{\"kind\": \"heal\", \"method\": \"DIFFUSION\"}");
        retouched(place);
        JsonNode patch = RunningServer.json(server.get(place)).get("patches").get(0);
        String picture = "%s/patches/%s.png".formatted(place, patch.get("key").asString());
        Scan seen = PhotoReader.read(
                Files.write(folder.resolve("patch.png"), server.get(picture).body()));
        int row = 160 - patch.get("row").asInt();
        int column = 200 - patch.get("column").asInt();
        Samples opaque = seen.alpha().orElseThrow();
        for (int aside : new int[] {0, 10, 30}) {
            assertEquals(255, opaque.raw(0, row, column + aside), "%d beside the line".formatted(aside));
        }
        assertEquals(0, opaque.raw(0, row, column + 90), "nothing is shown farther away");
        assertEquals(
                PhotoReader.read(file).samples().raw(0, 160, 220),
                seen.samples().raw(0, row, column + 20),
                "as it was");
    }

    @Test
    void aMaskComesBackAsItWent() throws IOException {
        String id = server.add(OldPhotos.write(folder.resolve("mask.png"), SIZE, Depth.BITS_8, 14))
                .photo();
        Samples mask = new Samples(SIZE, 1, Depth.BITS_8);
        for (int i = 0; i < SIZE.area(); i++) {
            mask.put(0, i / 200, i % 200, i * 7 % 256);
        }
        Path file = folder.resolve("soft.png");
        PhotoWriter.write(new Scan(mask, Optional.empty(), Metadata.NONE), file, false);
        assertEquals(204, send(id, file).statusCode());
        HttpResponse<byte[]> exported = server.get("api/photos/%s/mask".formatted(id));
        assertArrayEquals(Files.readAllBytes(file), exported.body());
        step(place(id), stroke("ERASER", 20, 0, "[{\"column\": 100, \"row\": 70}]"));
        Samples erased = read(server.get("api/photos/%s/mask".formatted(id)).body());
        assertEquals(0, erased.raw(0, 70, 100));
        assertEquals(mask.raw(0, 90, 100), erased.raw(0, 90, 100));
        Path other = OldPhotos.write(folder.resolve("other.png"), new Size(20, 20), Depth.BITS_8, 1);
        HttpResponse<byte[]> refused = send(id, other);
        assertEquals(422, refused.statusCode());
        assertTrue(RunningServer.json(refused).get("detail").asString().contains("the mask is 20 x 20 pixels"));
    }

    @Test
    void aRestorationMayTakeTheMask() throws IOException {
        Path file = OldPhotos.write(folder.resolve("given.png"), SIZE, Depth.BITS_8, 15);
        String id = server.add(file).photo();
        step(place(id), stroke("BRUSH", 16, 0, "[{\"column\": 100, \"row\": 70}]"));
        HttpResponse<byte[]> taken =
                server.post("api/photos/%s/restorations".formatted(id), "{\"preset\": \"ARCHIVE\", \"mask\": true}");
        assertEquals(202, taken.statusCode());
        String restoration = RunningServer.json(taken).get("id").asString();
        assertEquals("DONE", server.end(restoration));
        Samples restored = read(server.get("api/restorations/%s/photo?format=png".formatted(restoration))
                .body());
        int changed = changed(
                PhotoReader.read(file).samples(),
                restored,
                (row, column) -> Math.hypot(row - 69.5, column - 99.5) <= 8);
        assertTrue(changed > 100, "changed " + changed);
        HttpResponse<byte[]> base = server.send(server.request(place(id) + "/base")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"restoration\": \"%s\"}".formatted(restoration))));
        assertEquals(200, base.statusCode());
        assertArrayEquals(pixels(restored), pixels(retouched(place(id)).samples()));
    }

    @Test
    void whatCannotBeDoneIsToldAndDeletingLeavesNothing() throws IOException {
        String id = server.add(OldPhotos.write(folder.resolve("gone.png"), SIZE, Depth.BITS_8, 16))
                .photo();
        String place = place(id);
        for (String wrong : List.of(
                "{\"kind\": \"heal\", \"method\": \"PATCHES\"}",
                "{\"kind\": \"magic\"}",
                "{\"kind\": \"load\", \"found\": true}",
                stroke("BRUSH", -5, 0, "[{\"column\": 1, \"row\": 1}]"),
                stroke("BRUSH", 5, 0, "[]"))) {
            HttpResponse<byte[]> refused = server.post(place + "/steps", wrong);
            assertEquals(400, refused.statusCode(), wrong);
            assertEquals(
                    "application/problem+json",
                    refused.headers().firstValue("Content-Type").orElse(""));
        }
        assertEquals(
                404, server.post("api/photos/%s/mask/found".formatted(id), "").statusCode());
        step(place, stroke("BRUSH", 9, 0, "[{\"column\": 100, \"row\": 70}]"));
        assertEquals(
                200,
                server.get("api/photos/%s/mask/tiles/0/0_0.png".formatted(id)).statusCode());
        assertEquals(
                404,
                server.get("api/photos/%s/mask/tiles/0/1_0.png".formatted(id)).statusCode());
        step(place, "{\"kind\": \"heal\", \"method\": \"DIFFUSION\"}");
        retouched(place);
        assertTrue(holds(id));
        server.send(server.request("api/photos/" + id).DELETE());
        assertFalse(holds(id));
    }

    private static String place(Added added) {
        return place(added.photo());
    }

    private static String place(String photo) {
        return "api/photos/%s/retouching".formatted(photo);
    }

    private static String stroke(String tool, int width, int feather, String points) {
        return "{\"kind\": \"stroke\", \"tool\": \"%s\", \"width\": %d, \"feather\": %d, \"points\": %s}"
                .formatted(tool, width, feather, points);
    }

    private static void step(String place, String edit) {
        HttpResponse<byte[]> added = server.post(place + "/steps", edit);
        assertEquals(201, added.statusCode(), new String(added.body(), StandardCharsets.UTF_8));
    }

    private static void turn(String place, String step, boolean on) {
        HttpResponse<byte[]> turned = server.send(server.request(place + "/steps/" + step)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"on\": %b}".formatted(on))));
        assertEquals(200, turned.statusCode());
    }

    private static HttpResponse<byte[]> send(String id, Path mask) throws IOException {
        return server.upload("api/photos/%s/mask".formatted(id), mask);
    }

    private static Scan retouched(String place) throws IOException {
        HttpResponse<byte[]> response = server.get(place + "/photo");
        assertEquals(200, response.statusCode());
        Path file = Files.createTempFile(folder, "retouched", "");
        return PhotoReader.read(Files.write(file, response.body()));
    }

    private static Samples read(byte[] picture) throws IOException {
        return PhotoReader.read(Files.write(Files.createTempFile(folder, "picture", ""), picture))
                .samples();
    }

    /// How many pixels differ, none of them where it may not.
    private static int changed(Samples before, Samples after, BiPredicate<Integer, Integer> may) {
        int changed = 0;
        for (int row = 0; row < before.size().height(); row++) {
            for (int column = 0; column < before.size().width(); column++) {
                if (before.raw(0, row, column) != after.raw(0, row, column)) {
                    assertTrue(may.test(row, column), "changed at row %d, column %d".formatted(row, column));
                    changed++;
                }
            }
        }
        return changed;
    }

    private static float[] pixels(Samples samples) {
        return samples.photo().planes().getFirst().toArray();
    }

    private static boolean holds(String id) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            return files.anyMatch(file -> file.toString().contains(id));
        }
    }
}
