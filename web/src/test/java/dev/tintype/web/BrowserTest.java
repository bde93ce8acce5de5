package dev.tintype.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.tintype.read.PhotoReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people do, in Chromium.
class BrowserTest {
    private static final Path HOME = Path.of(System.getProperty("tintype.home", ".."));
    private static final LocatorAssertions.IsVisibleOptions PATIENT =
            new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);
    private static final Pattern KEPT = Pattern.compile("/api/restorations/[^/]*$"); // not a tile of one

    @TempDir
    static Path folder;

    private static RunningServer server;
    private static Chromium browser;
    private static String photo;

    @BeforeAll
    static void start() throws IOException {
        browser = Chromium.launch();
        Path weights = HOME.resolve("weights/tintype-s");
        server = new RunningServer(folder.resolve("data"), "--tintype.weights=" + weights);
        try (Page page = open("", 1280, ColorScheme.LIGHT)) {
            addThreePhotos(page);
        }
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            browser.close();
            server.close();
        }
    }

    /// Three photos that can be read and a letter that cannot, all at once.
    private static void addThreePhotos(Page page) throws IOException {
        List<Path> files = photos();
        Path letter = Files.writeString(folder.resolve("letter.jpg"), "not a picture");
        page.locator("#files")
                .setInputFiles(Stream.concat(files.stream(), Stream.of(letter)).toArray(Path[]::new));
        assertThat(page.locator("#uploads .failed")).containsText("letter.jpg: not a picture");
        assertThat(page.locator(".card progress").first()).isVisible();
        Locator done = page.locator(".card .state.DONE");
        assertThat(done.nth(2)).isVisible(PATIENT);
        assertThat(done).hasCount(3);
        photo = page.locator(".card:has-text('before-1.jpg') .frame").getAttribute("href");
    }

    /// The photos of the README, which may be shown to everybody.
    private static List<Path> photos() {
        Path pictures = HOME.resolve("docs/pictures");
        return List.of(
                pictures.resolve("before-1.jpg"), pictures.resolve("before-2.jpg"), pictures.resolve("after-2.jpg"));
    }

    @Test
    void theDividerMovesByKeyAndByHand() {
        try (Page page = open(photo, 1280, ColorScheme.LIGHT)) {
            Locator handle = page.locator("#handle");
            assertThat(page.locator("#stage[data-ready]")).isVisible();
            double before = handle.boundingBox().x;
            page.locator("#divider").press("ArrowRight");
            double right = handle.boundingBox().x;
            assertTrue(right > before, "%f must be right of %f".formatted(right, before));
            page.mouse().move(right + 12, 300);
            page.mouse().down();
            page.mouse().move(right - 200, 300);
            page.mouse().up();
            assertEquals(right - 212, handle.boundingBox().x, 3);
            page.getByText("Side by side").click();
            assertThat(page.locator("#second canvas").first()).isVisible();
            assertThat(handle).isHidden();
            page.getByText("1:1").click();
            browser.requireCalm();
        }
    }

    @Test
    void strengthIsSeenKeptAndTakenAway() throws IOException {
        try (Page page = open(photo, 1280, ColorScheme.LIGHT)) {
            Locator strength = page.locator("#strength");
            page.waitForResponse(KEPT, () -> strength.press("Home"));
            assertThat(page.locator("#strength-text")).hasText("0 %");
            page.reload();
            assertThat(page.locator("#strength")).hasValue("0");
            Download download = page.waitForDownload(
                    () -> page.locator(".take a[href$='format=png']").click());
            Path file = folder.resolve(download.suggestedFilename());
            download.saveAs(file);
            assertEquals("before-1-restored.png", download.suggestedFilename());
            String original = "api/photos/%s/original".formatted(photo.substring(photo.lastIndexOf('/') + 1));
            Path first =
                    Files.write(folder.resolve("first"), server.get(original).body());
            assertTrue(PhotoReader.holds(file, PhotoReader.read(first)), "at strength 0 it is the original");
            page.waitForResponse(KEPT, () -> page.locator("#strength").press("End"));
        }
    }

    @Test
    void aStepThatIsSwitchedOffIsLeftOutOfTheNextVersion() {
        try (Page page = open("", 1280, ColorScheme.LIGHT)) {
            page.locator(".card .frame:not([href='%s'])".formatted(photo))
                    .first()
                    .click();
            assertThat(page.locator(".step strong").first()).hasText("finding scratches");
            page.locator(".step .on").first().uncheck();
            page.getByText("Restore again").click();
            assertThat(page.locator("#history-title")).isVisible(PATIENT);
            assertThat(page.locator("#divider")).isVisible(PATIENT);
            assertThat(page.locator(".step .on").first()).not().isChecked();
        }
    }

    @Test
    void theKeyboardAloneIsEnough() {
        try (Page page = open("", 1280, ColorScheme.LIGHT)) {
            press(
                    page,
                    "Tab",
                    () -> page.evaluate("document.activeElement.className").equals("frame"));
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/photos/.*"));
            press(page, "Tab", () -> page.evaluate("document.activeElement.id").equals("divider"));
        }
    }

    @Test
    void nothingIsCutOffOnAPhone() {
        for (String path : List.of("", photo, "api")) {
            try (Page page = open(path, 360, ColorScheme.LIGHT)) {
                page.waitForLoadState();
                assertEquals(360, page.evaluate("document.documentElement.scrollWidth"), path);
                picture(page, "phone", path);
            }
        }
    }

    @Test
    void darkIsDark() {
        String light = background(ColorScheme.LIGHT);
        assertNotEquals(light, background(ColorScheme.DARK));
    }

    private static String background(ColorScheme scheme) {
        String colour = "";
        for (String path : List.of("", photo)) {
            try (Page page = open(path, 1280, scheme)) {
                colour = String.valueOf(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"));
                picture(page, scheme.name().toLowerCase(Locale.ROOT), path);
            }
        }
        return colour;
    }

    @Test
    void everybodyCanUseIt() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (String path : List.of("", photo, "api")) {
                try (Page page = open(path, 1280, scheme)) {
                    Chromium.requireAccessible(page);
                }
            }
        }
    }

    private static void press(Page page, String key, BooleanSupplier until) {
        for (int i = 0; i < 60 && !until.getAsBoolean(); i++) {
            page.keyboard().press(key);
        }
        assertTrue(until.getAsBoolean(), "sixty times " + key + " did not lead there");
    }

    /// A page on which nothing may be refused by its own policy, and no script may fail.
    private static Page open(String path, int width, ColorScheme scheme) {
        Page page = browser.open(server.address() + path.replaceFirst("^/", ""), width, scheme);
        browser.requireCalm();
        return page;
    }

    private static void picture(Page page, String kind, String path) {
        if (path.startsWith("/photos/")) {
            assertThat(page.locator("#stage[data-ready]")).isVisible();
            page.waitForTimeout(400); // tiles fade in
        }
        String name = path.isEmpty() ? "gallery" : path.startsWith("/") ? "photo" : path;
        Chromium.picture(page, "%s-%s".formatted(name, kind), false);
    }
}
