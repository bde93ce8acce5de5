package dev.tintype.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.measure.Psnr;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import dev.tintype.web.restoration.MemoryBudget;
import dev.tintype.web.restoration.MemoryBudget.Need;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Several methods on one photo, without networks.
class CompareTest {
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
    void eachMethodIsTriedOnceAndTheNearestHasTheBestScore() throws IOException {
        Path noisy = OldPhotos.write(folder.resolve("noisy.png"), SIZE, Depth.BITS_8, 1);
        String photo = server.add(noisy).photo();
        String methods = "api/photos/%s/methods".formatted(photo);
        assertEquals("inverse-filter", server.json(methods).get(0).get("method").asString());
        String wish = "{\"methods\": [\"inverse-filter\", \"wiener\", \"richardson-lucy\", \"non-local-means\"]}";
        JsonNode made = Client.json(server.post(methods, wish));
        for (JsonNode one : made) {
            assertEquals("DONE", server.end(one.get("restoration").asString()));
        }
        JsonNode again = Client.json(server.post(methods, wish));
        for (int i = 0; i < made.size(); i++) {
            assertEquals(made.get(i).get("restoration"), again.get(i).get("restoration"));
        }
        assertEquals(
                1, server.json("api/photos/%s/restorations".formatted(photo)).size(), "methods are no versions");

        Path sound = OldPhotos.sound(folder.resolve("sound.png"), SIZE);
        assertEquals(
                204,
                server.upload("api/photos/%s/reference".formatted(photo), sound).statusCode());
        double before =
                server.json("api/photos/%s/score".formatted(photo)).get("psnr").asDouble();
        double expected = new Psnr()
                .score(
                        PhotoReader.read(noisy).samples().photo(),
                        PhotoReader.read(sound).samples().photo());
        assertEquals(expected, before, 1e-9);
        double means = score(made.get(3)).get("psnr").asDouble();
        double inverse = score(made.get(0)).get("psnr").asDouble();
        assertTrue(means > before + 3, "%f must be better than %f".formatted(means, before));
        assertTrue(inverse < before, "%f must be worse than %f".formatted(inverse, before));
        assertTrue(score(made.get(3)).get("ssim").asDouble()
                > score(made.get(0)).get("ssim").asDouble());

        server.send(server.request("api/photos/%s/reference".formatted(photo)).DELETE());
        assertEquals(404, server.get("api/photos/%s/score".formatted(photo)).statusCode());
        server.send(server.request("api/photos/" + photo).DELETE());
        assertEquals(
                404,
                server.get("api/restorations/" + made.get(0).get("restoration").asString())
                        .statusCode());
    }

    private static JsonNode score(JsonNode made) {
        return server.json(
                "api/restorations/%s/score".formatted(made.get("restoration").asString()));
    }

    @Test
    void scoresWaitForMemoryButNotForEver() throws IOException, InterruptedException {
        String photo = server.add(OldPhotos.write(folder.resolve("waits.png"), SIZE, Depth.BITS_8, 3))
                .photo();
        server.upload("api/photos/%s/reference".formatted(photo), OldPhotos.sound(folder.resolve("right.png"), SIZE));
        String score = "api/photos/%s/score".formatted(photo);
        try (MemoryBudget.Share _ = server.bean(MemoryBudget.class).take(Need.RESTORE, new Size(40_000, 40_000))) {
            HttpResponse<byte[]> refused = server.get(score);
            assertEquals(429, refused.statusCode());
            assertEquals("20", refused.headers().firstValue("Retry-After").orElse(""));
            assertTrue(text(refused).contains("other work uses all the memory"), text(refused));
        }
        double psnr = server.json(score).get("psnr").asDouble();
        try (MemoryBudget.Share _ = server.bean(MemoryBudget.class).take(Need.RESTORE, new Size(40_000, 40_000))) {
            assertEquals(psnr, server.json(score).get("psnr").asDouble(), "what was measured needs no memory");
        }
    }

    @Test
    void saysWhatDoesNotFit() throws IOException {
        String photo = server.add(OldPhotos.write(folder.resolve("other.png"), SIZE, Depth.BITS_8, 2))
                .photo();
        HttpResponse<byte[]> unknown =
                server.post("api/photos/%s/methods".formatted(photo), "{\"methods\": [\"../magic\"]}");
        assertEquals(400, unknown.statusCode());
        assertTrue(text(unknown).contains("there is no method"), text(unknown));
        String reference = "api/photos/%s/reference".formatted(photo);
        HttpResponse<byte[]> small =
                server.upload(reference, OldPhotos.sound(folder.resolve("small.png"), new Size(60, 45)));
        assertEquals(422, small.statusCode());
        assertTrue(text(small).contains("the reference has 60 x 45 pixels, the photo 120 x 90"), text(small));
        HttpResponse<byte[]> letter =
                server.upload(reference, Files.writeString(folder.resolve("letter.png"), "Dear Anna"));
        assertEquals(422, letter.statusCode());
        assertTrue(text(letter).contains("the reference: not a picture"), text(letter));
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
