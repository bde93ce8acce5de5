package dev.tintype.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.stage.Blend;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import dev.tintype.web.Client.Added;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What programs can do, without networks.
class ApiTest {
    private static final Size SIZE = new Size(120, 90);

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
    void restoresAndGivesBackWithDepthAndMetadata() throws IOException {
        Path file = OldPhotos.write(folder.resolve("deep.tif"), SIZE, Depth.BITS_16, 1);
        Added added = server.add(file);
        Scan original = PhotoReader.read(file);
        Scan restored = downloaded("api/restorations/%s/photo".formatted(added.restoration()), ".tif");
        assertEquals(Depth.BITS_16, restored.samples().depth());
        assertEquals(original.metadata().xmp(), restored.metadata().xmp());
        assertEquals(300, restored.metadata().dpi(), 0.01);
        assertTrue(roughness(restored.samples()) < roughness(original.samples()) / 2, "noise must be gone");
        assertArrayEquals(
                Files.readAllBytes(file),
                server.get("api/photos/%s/original".formatted(added.photo())).body());
    }

    @Test
    void mixesByStrength() throws IOException {
        Path file = OldPhotos.write(folder.resolve("mixed.png"), SIZE, Depth.BITS_8, 2);
        Added added = server.add(file);
        String place = "api/restorations/" + added.restoration();
        Samples full = downloaded(place + "/photo?format=png", ".png").samples();
        HttpResponse<byte[]> changed = server.send(server.request(place)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"strength\": 0.25}")));
        assertEquals(200, changed.statusCode());
        Samples mixed = downloaded(place + "/photo?format=png", ".png").samples();
        Photo expected = Blend.of(PhotoReader.read(file).samples().photo(), full.photo(), 0.25);
        Samples rounded = new Samples(SIZE, 1, Depth.BITS_8);
        rounded.put(0, 0, expected);
        for (int i = 0; i < SIZE.area(); i++) {
            assertEquals(rounded.raw(0, i / 120, i % 120), mixed.raw(0, i / 120, i % 120));
        }
    }

    @Test
    void aFileIsKeptOnceAndOneThatIsNoPhotoSaysWhy() throws IOException {
        Path file = OldPhotos.write(folder.resolve("once.jpg"), SIZE, Depth.BITS_8, 3);
        String id = server.add(file).photo();
        HttpResponse<byte[]> again = server.upload(Files.copy(file, folder.resolve("again.jpg")));
        assertEquals(200, again.statusCode());
        assertEquals(id, RunningServer.json(again).get("id").asString());
        HttpResponse<byte[]> refused = server.upload(Files.writeString(folder.resolve("letter.jpg"), "Dear Anna"));
        assertEquals(422, refused.statusCode());
        assertEquals(
                "application/problem+json",
                refused.headers().firstValue("Content-Type").orElse(""));
        String detail = RunningServer.json(refused).get("detail").asString();
        assertTrue(detail.startsWith("letter.jpg: not a picture that Tintype can read"), detail);
    }

    @Test
    void carriesOutAChangedPlan() throws IOException {
        Added added = server.add(OldPhotos.write(folder.resolve("plan.png"), SIZE, Depth.BITS_8, 4));
        JsonNode plan = RunningServer.json(server.get("api/restorations/" + added.restoration()))
                .get("plan");
        assertEquals("bm3d", plan.get("steps").get(0).get("stage").asString());
        String off = plan.toString().replace("\"on\":true", "\"on\":false");
        HttpResponse<byte[]> taken =
                server.post("api/photos/%s/restorations".formatted(added.photo()), "{\"plan\": %s}".formatted(off));
        assertEquals(202, taken.statusCode());
        String id = RunningServer.json(taken).get("id").asString();
        assertEquals("DONE", server.end(id));
        Samples untouched =
                downloaded("api/restorations/%s/photo".formatted(id), ".png").samples();
        assertEquals(roughness(PhotoReader.read(folder.resolve("plan.png")).samples()), roughness(untouched));
        HttpResponse<byte[]> wrong = server.post(
                "api/photos/%s/restorations".formatted(added.photo()),
                "{\"plan\": {\"steps\": [{\"stage\": \"magic\"}]}}");
        assertEquals(400, wrong.statusCode());
        assertTrue(RunningServer.json(wrong).get("detail").asString().startsWith("there is no stage 'magic'"));
    }

    @Test
    void manyComeAsOneArchiveAndDeletingLeavesNothing() throws IOException {
        Added first = server.add(OldPhotos.write(folder.resolve("one.png"), SIZE, Depth.BITS_8, 5));
        Added second = server.add(OldPhotos.write(folder.resolve("two.jpg"), SIZE, Depth.BITS_8, 6));
        byte[] archive = server.get("api/archive?photo=%s&photo=%s".formatted(first.photo(), second.photo()))
                .body();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            assertEquals("one-restored.png", zip.getNextEntry().getName());
            assertEquals("two-restored.jpg", zip.getNextEntry().getName());
        }
        assertEquals(
                200,
                server.get("api/restorations/%s/comparison".formatted(first.restoration()))
                        .statusCode());
        assertEquals(
                200,
                server.get("api/restorations/%s/report".formatted(first.restoration()))
                        .statusCode());
        assertEquals(
                200,
                server.get("api/photos/%s/tiles/0/0_0.jpg".formatted(first.photo()))
                        .statusCode());
        assertEquals(
                404,
                server.get("api/photos/%s/tiles/3/0_0.jpg".formatted(first.photo()))
                        .statusCode());
        assertTrue(holds(first.photo()) && holds(first.restoration()));
        assertEquals(
                204,
                server.send(server.request("api/photos/" + first.photo()).DELETE())
                        .statusCode());
        assertEquals(404, server.get("api/photos/" + first.photo()).statusCode());
        assertFalse(holds(first.photo()) || holds(first.restoration()));
    }

    @Test
    void theExampleForProgramsWorks() throws IOException, InterruptedException {
        Path old = OldPhotos.write(folder.resolve("example.png"), SIZE, Depth.BITS_8, 7);
        Path restored = folder.resolve("example-restored.png");
        ClientExample.main(server.address(), old.toString(), restored.toString());
        assertTrue(roughness(PhotoReader.read(restored).samples())
                < roughness(PhotoReader.read(old).samples()) / 2);
    }

    @Test
    void saysWhatItCan() {
        JsonNode description = RunningServer.json(server.get("api/openapi"));
        assertTrue(description.get("openapi").asString().startsWith("3.1"));
        assertTrue(description.get("paths").has("/api/photos/{id}/restorations"));
    }

    private static boolean holds(String id) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            List<Path> named =
                    files.filter(file -> file.toString().contains(id)).toList();
            return !named.isEmpty();
        }
    }

    private static Scan downloaded(String path, String ending) throws IOException {
        HttpResponse<byte[]> response = server.get(path);
        assertEquals(200, response.statusCode());
        Path file = Files.createTempFile(folder, "down", ending);
        return PhotoReader.read(Files.write(file, response.body()));
    }

    /// Mean absolute difference of neighbours, sample units.
    private static double roughness(Samples samples) {
        double sum = 0;
        for (int row = 0; row < samples.size().height(); row++) {
            for (int column = 1; column < samples.size().width(); column++) {
                sum += Math.abs(samples.raw(0, row, column) - samples.raw(0, row, column - 1));
            }
        }
        return sum / samples.size().area() / samples.depth().white();
    }
}
