package dev.tintype.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import dev.tintype.web.Client.Added;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages of a server that has no memory free at first: what is refused once is asked for again.
class PatienceBrowserTest {
    private static final Size SIZE = new Size(1300, 700);
    private static final String BUSY = "{\"detail\": \"other work uses all the memory; try again later\"}";

    @TempDir
    static Path folder;

    private static RunningServer server;
    private static Chromium chromium;
    private static Added added;

    private final Set<String> refused = new HashSet<>();

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.launch();
        server = new RunningServer(folder.resolve("data"));
        added = server.add(OldPhotos.write(folder.resolve("old.png"), SIZE, Depth.BITS_8, 1));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            chromium.close();
            server.close();
        }
    }

    /// A page to which whatever matches is refused once.
    private Page open(String path, Pattern once) {
        Page page = chromium.open("about:blank", 1280, ColorScheme.LIGHT);
        page.route(once, route -> {
            if (refused.add(route.request().url().replaceFirst("\\?again=.*", ""))) {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(429)
                        .setContentType("application/problem+json")
                        .setHeaders(Map.of("Retry-After", "1"))
                        .setBody(BUSY));
            } else {
                route.resume();
            }
        });
        page.navigate(server.address() + path);
        return page;
    }

    @Test
    void tilesComeLater() {
        try (Page page = open("photos/" + added.photo(), Pattern.compile(".*/tiles/2/.*"))) {
            assertThat(page.locator("#stage[data-ready]")).isVisible();
            Response tile = page.waitForResponse(
                    answer -> answer.url().contains("/tiles/2/") && answer.ok(),
                    () -> page.getByText("1:1").click());
            assertEquals(200, tile.status());
        }
    }

    @Test
    void smallPicturesComeLater() {
        try (Page page = open("", Pattern.compile(".*/tiles/0/.*"))) {
            page.waitForCondition(
                    () -> (boolean) page.evaluate("document.querySelector('.frame img').naturalWidth > 0"));
            assertEquals(1, refused.size());
        }
    }

    @Test
    void aDownloadSaysThatItIsBeingMadeAndComesLater() {
        try (Page page = open("photos/" + added.photo(), Pattern.compile(".*/photo\\?format=tif"))) {
            Locator link = page.locator(".take a[href$='format=tif']");
            Download download = page.waitForDownload(() -> {
                link.click();
                assertThat(link).hasAttribute("aria-busy", "true");
            });
            assertEquals(1, refused.size());
            assertEquals("old-restored.tif", download.suggestedFilename());
            Path file = folder.resolve("taken.tif");
            download.saveAs(file);
            assertEquals(SIZE, PhotoReader.read(file).samples().size());
            assertThat(link).not().hasAttribute("aria-busy", "true");
        }
    }

    @Test
    void whatCannotBeMadeIsSaidBesideTheLink() {
        try (Page page = open("photos/" + added.photo(), Pattern.compile("never"))) {
            page.route(
                    "**/comparison",
                    route -> route.fulfill(
                            new Route.FulfillOptions().setStatus(422).setBody("{\"detail\": \"the disk is full\"}")));
            page.getByText("Before and after").last().click();
            assertThat(page.locator(".take .failed")).hasText("the disk is full");
        }
    }
}
