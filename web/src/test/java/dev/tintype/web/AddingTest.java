package dev.tintype.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ways in which photos come into the album, in a real browser.
class AddingTest {
    private static final Size SIZE = new Size(60, 45);

    @TempDir
    static Path folder;

    private static RunningServer server;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.launch();
        server = new RunningServer(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
            server.close();
        }
    }

    @Test
    void whatIsDroppedIsAddedFoldersToo() throws IOException {
        Path file = OldPhotos.write(folder.resolve("dropped.png"), SIZE, Depth.BITS_8, 1);
        Path album = album("dropped", 2);
        try (Page page = chromium.open(server.address())) {
            drop(page, List.of(file, album));
            for (String name : List.of("dropped.png", "dropped-first.png", "dropped-second.jpg")) {
                assertThat(page.locator(".card:has-text('%s')".formatted(name))).isVisible();
            }
            assertThat(page.locator("#uploads .failed")).containsText("dropped-list.txt: not a picture");
            assertThat(page.locator("#add")).not().hasClass("drop over");
        }
    }

    @Test
    void aFolderIsAddedWithAllBelowIt() throws IOException {
        try (Page page = chromium.open(server.address())) {
            page.locator("#folder").setInputFiles(album("chosen", 4));
            for (String name : List.of("chosen-first.png", "chosen-second.jpg")) {
                assertThat(page.locator(".card:has-text('%s')".formatted(name))).isVisible();
            }
            assertThat(page.locator("#uploads .failed")).containsText("chosen-list.txt: not a picture");
        }
    }

    @Test
    void aPictureIsPasted() throws IOException {
        Path file = OldPhotos.write(folder.resolve("pasted.png"), SIZE, Depth.BITS_8, 6);
        try (Page page = chromium.open(server.address())) {
            page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            page.evaluate("""
                    async (text) => {
                      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
                      const item = new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) });
                      await navigator.clipboard.write([item]);
                    }
                    """, Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
            page.keyboard().press("Control+V");
            assertThat(page.locator(".card:has-text('image.png')")).isVisible();
        }
    }

    /// A folder with a photo, a folder with another, and a file that is no photo.
    private static Path album(String name, int seed) throws IOException {
        Path below = Files.createDirectories(folder.resolve("album-" + name).resolve("below"));
        OldPhotos.write(below.resolveSibling(name + "-first.png"), SIZE, Depth.BITS_8, seed);
        OldPhotos.write(below.resolve(name + "-second.jpg"), SIZE, Depth.BITS_8, seed + 1);
        Files.writeString(below.resolve(name + "-list.txt"), "first, second");
        return below.getParent();
    }

    /// Drags files from outside over the page and lets them go, as a hand does.
    private static void drop(Page page, List<Path> files) {
        BoundingBox place = page.locator("#add").boundingBox();
        JsonArray paths = new JsonArray();
        files.forEach(file -> paths.add(file.toString()));
        JsonObject data = new JsonObject();
        data.add("items", new JsonArray());
        data.add("files", paths);
        data.addProperty("dragOperationsMask", 1);
        CDPSession session = page.context().newCDPSession(page);
        for (String type : List.of("dragEnter", "dragOver", "drop")) {
            JsonObject event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("x", place.x + 20);
            event.addProperty("y", place.y + 20);
            event.add("data", data);
            session.send("Input.dispatchDragEvent", event);
            if (type.equals("dragOver")) {
                assertThat(page.locator("#add")).hasClass("drop over");
            }
        }
        session.detach();
    }
}
