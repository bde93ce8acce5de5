package dev.tintype.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.web.Client.Added;
import dev.tintype.web.store.Photos;
import dev.tintype.web.store.StoredFace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What is laid over a photo: what a restoration changed, and where faces are.
class OverlayTest {
    private static final Path BENCH = Path.of(System.getProperty("bench.dir", "../../shared/bench"));
    private static final Path HOME = Path.of(System.getProperty("tintype.home", ".."));

    @TempDir
    Path folder;

    @Test
    void changesAndFacesAreSwitchedOn() throws IOException {
        try (Chromium browser = Chromium.launch();
                RunningServer server = new RunningServer(folder.resolve("data"))) {
            Added added = server.add(OldPhotos.write(folder.resolve("a.png"), new Size(400, 400), Depth.BITS_8, 21));
            BufferedImage changes = ImageIO.read(new ByteArrayInputStream(
                    server.get("api/restorations/%s/changes/0/0_0.png".formatted(added.restoration()))
                            .body()));
            int seen = 0;
            for (int i = 0; i < 400 * 400; i++) {
                seen += changes.getRGB(i % 400, i / 400) >>> 24 > 0 ? 1 : 0;
            }
            assertTrue(seen > 50_000 && seen < 160_000, "noise was taken out of most pixels: " + seen);
            server.bean(Photos.class)
                    .foundFaces(UUID.fromString(added.photo()), List.of(new StoredFace(100, 200, 50, 100, 0.9)));
            try (Page page = browser.open(server.address() + "photos/" + added.photo())) {
                assertThat(page.locator("#stage[data-ready]")).isVisible();
                page.locator("#changes").check();
                assertThat(page.locator("#stage")).hasAttribute("data-overlay", "changes");
                page.locator("#faces").check();
                BoundingBox box = page.locator(".face").boundingBox();
                BoundingBox stage = page.locator("#first").boundingBox();
                double side = Math.min(stage.width, stage.height);
                assertEquals(stage.x + stage.width / 2, box.x, 2);
                assertEquals(stage.y + (stage.height - side) / 2 + side / 4, box.y, 2);
                assertEquals(side / 4, box.height, 2);
                page.locator("#faces").uncheck();
                assertThat(page.locator(".face")).hasCount(0);
                browser.requireCalm();
            }
        }
    }

    @Test
    void aRestorationLooksForFaces() throws IOException {
        Path portrait = BENCH.resolve("real/faces/civil_01.png");
        assumeTrue(Files.exists(portrait), "needs " + portrait);
        try (RunningServer server =
                new RunningServer(folder.resolve("data"), "--tintype.weights=" + HOME.resolve("weights/tintype-s"))) {
            String photo = RunningServer.json(server.upload(portrait)).get("id").asString();
            String first = RunningServer.json(server.get("api/photos/" + photo))
                    .get("restoration")
                    .asString();
            server.post("api/restorations/%s/cancel".formatted(first), "");
            JsonNode made = RunningServer.json(server.post(
                    "api/photos/%s/restorations".formatted(photo),
                    "{\"plan\": {\"steps\": [{\"stage\": \"faces\"}]}}"));
            assertEquals("DONE", server.end(made.get("id").asString()));
            JsonNode faces = RunningServer.json(server.get("api/photos/%s/faces".formatted(photo)));
            assertEquals(1, faces.size());
            assertTrue(faces.get(0).get("sureness").asDouble() > 0.5);
        }
    }
}
