package dev.tintype.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.tintype.photo.Samples;
import dev.tintype.read.PhotoReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A photo is retouched by hand, in Chromium.
class RetouchBrowserTest {
    private static final Path HOME = Path.of(System.getProperty("tintype.home", ".."));
    private static final Path PHOTO = HOME.resolve("docs/pictures/before-1.jpg");
    private static final Pattern NOT_EMPTY = Pattern.compile(".+");

    @TempDir
    static Path folder;

    private static Chromium browser;
    private static RunningServer server;
    private static String photo;

    @BeforeAll
    static void start() throws IOException {
        browser = Chromium.launch();
        server = new RunningServer(folder.resolve("data"), "--tintype.weights=" + HOME.resolve("weights/tintype-s"));
        photo = RunningServer.json(server.upload(PHOTO)).get("id").asString();
        String restoration = RunningServer.json(server.get("api/photos/" + photo))
                .get("restoration")
                .asString();
        server.post("api/restorations/%s/cancel".formatted(restoration), ""); // nothing here needs it
        server.end(restoration);
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            browser.close();
            server.close();
        }
    }

    @BeforeEach
    void forget() {
        server.send(server.request("api/photos/%s/retouching".formatted(photo)).DELETE());
    }

    @Test
    void whatIsPaintedIsFilledTakenBackAndSwitchedOff() throws IOException {
        try (Page page = open(1280, ColorScheme.LIGHT)) {
            page.locator("#width").fill("14");
            drag(page, 0.70, 0.55, 0.80, 0.25);
            assertThat(page.locator("#stage")).hasAttribute("data-mask", NOT_EMPTY);
            page.getByText("Smoothly").click();
            page.locator("#heal").click();
            assertThat(page.locator("#stage")).hasAttribute("data-patches", "1");
            Samples before = PhotoReader.read(PHOTO).samples();
            Samples healed = retouched();
            int changed = changed(before, healed);
            assertTrue(changed > 500 && changed < 5000, "changed " + changed);
            page.keyboard().press("Control+z");
            assertThat(page.locator("#stage")).hasAttribute("data-patches", "0");
            assertThat(page.locator("#stage")).hasAttribute("data-mask", NOT_EMPTY);
            assertEquals(0, changed(before, retouched()));
            page.locator("#redo").click();
            assertThat(page.locator("#stage")).hasAttribute("data-patches", "1");
            assertEquals(0, changed(healed, retouched()));
            page.locator("#steps input").first().uncheck();
            assertThat(page.locator("#stage")).hasAttribute("data-patches", "0");
            assertEquals(0, changed(before, retouched()));
            page.reload();
            assertThat(page.locator("#steps input").first()).not().isChecked();
            browser.requireCalm();
        }
    }

    @Test
    void aMaskIsFoundExportedAndImported() throws IOException {
        try (Page page = open(1280, ColorScheme.LIGHT)) {
            page.locator("#found").click();
            assertThat(page.locator("#stage")).hasAttribute("data-mask", NOT_EMPTY);
            tool(page, "eraser");
            drag(page, 0.85, 0.05, 0.95, 0.05);
            assertThat(page.locator("#steps li")).hasCount(2);
            byte[] exported = exported(page);
            page.locator("#undo").click();
            page.locator("#undo").click();
            assertThat(page.locator("#steps li")).hasCount(0);
            page.locator("#mask-file").setInputFiles(Files.write(folder.resolve("exported.png"), exported));
            assertThat(page.locator("#steps li")).hasCount(1);
            assertArrayEquals(exported, exported(page));
            page.locator("#restore").click();
            page.waitForURL(Pattern.compile(".*/photos/[^/]*"));
            assertThat(page.locator("#history-title")).isVisible();
            page.locator(".cancel").click();
        }
    }

    @Test
    void theKeyboardAloneIsEnough() {
        try (Page page = open(1280, ColorScheme.LIGHT)) {
            page.keyboard().press("n");
            assertThat(page.locator("input[value='line']")).isChecked();
            page.locator("#first .openseadragon-canvas").focus();
            page.keyboard().press(" ");
            assertThat(page.locator("#hint")).containsText("The brush is down");
            for (int i = 0; i < 10; i++) {
                page.keyboard().press("ArrowRight");
            }
            page.keyboard().press(" ");
            assertThat(page.locator("#steps li")).hasCount(1);
            page.keyboard().press("f");
            assertThat(page.locator("#stage")).hasAttribute("data-patches", "1");
            page.keyboard().press("Control+z");
            assertThat(page.locator("#stage")).hasAttribute("data-patches", "0");
            page.keyboard().press("Control+Shift+z");
            assertThat(page.locator("#stage")).hasAttribute("data-patches", "1");
            browser.requireCalm();
        }
    }

    @Test
    void pixelsAreCopiedFromWhereOneTouchedFirst() throws IOException {
        try (Page page = open(1280, ColorScheme.LIGHT)) {
            tool(page, "stamp");
            drag(page, 0.30, 0.80, 0.30, 0.80);
            drag(page, 0.60, 0.80, 0.62, 0.80);
            assertThat(page.locator("#stage")).hasAttribute("data-patches", "1");
            assertTrue(changed(PhotoReader.read(PHOTO).samples(), retouched()) > 10);
        }
    }

    @Test
    void itIsCalmInLightDarkAndOnAPhone() {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            forget();
            try (Page page = open(1280, scheme)) {
                scene(page);
                Chromium.requireAccessible(page);
                Chromium.picture(page, "retouch-" + scheme.name().toLowerCase(Locale.ROOT), false);
            }
        }
        forget();
        try (Page page = open(360, ColorScheme.LIGHT)) {
            assertEquals(360, page.evaluate("document.documentElement.scrollWidth"));
            scene(page);
            Chromium.picture(page, "retouch-phone", false);
            browser.requireCalm();
        }
    }

    /// A scratch that is filled and two that are marked.
    private void scene(Page page) {
        page.locator("#found").click();
        page.locator("#heal").click();
        assertThat(page.locator("#stage")).hasAttribute("data-patches", "1");
        tool(page, "lasso");
        page.locator("#first").scrollIntoViewIfNeeded();
        page.mouse().move(point(page, 0.1, 0.1)[0], point(page, 0.1, 0.1)[1]);
        page.mouse().down();
        for (double[] corner : new double[][] {{0.2, 0.08}, {0.22, 0.17}, {0.12, 0.2}}) {
            double[] place = point(page, corner[0], corner[1]);
            page.mouse().move(place[0], place[1]);
        }
        page.mouse().up();
        tool(page, "brush");
        drag(page, 0.83, 0.61, 0.99, 0.08);
        assertThat(page.locator("#steps li")).hasCount(4);
        assertThat(page.locator("#busy")).isHidden();
        page.evaluate("scrollTo(0, 0)");
        page.waitForTimeout(500); // tiles fade in
    }

    private static Page open(int width, ColorScheme scheme) {
        Page page = browser.open(server.address() + "photos/%s/retouch".formatted(photo), width, scheme);
        assertThat(page.locator("#stage[data-ready]")).isVisible();
        return page;
    }

    /// Where a place of the photo is on the page; the photo is square and as high or as wide as its stage.
    private static double[] point(Page page, double across, double down) {
        var box = page.locator("#first").boundingBox();
        double side = Math.min(box.width, box.height);
        return new double[] {
            box.x + (box.width - side) / 2 + across * side, box.y + (box.height - side) / 2 + down * side
        };
    }

    private static void drag(Page page, double fromAcross, double fromDown, double toAcross, double toDown) {
        page.locator("#first").scrollIntoViewIfNeeded();
        double[] from = point(page, fromAcross, fromDown);
        double[] to = point(page, toAcross, toDown);
        page.mouse().move(from[0], from[1]);
        page.mouse().down();
        for (int i = 1; i <= 8; i++) {
            page.mouse().move(from[0] + i * (to[0] - from[0]) / 8, from[1] + i * (to[1] - from[1]) / 8);
        }
        page.mouse().up();
    }

    private static void tool(Page page, String name) {
        page.locator("input[value='%s']".formatted(name)).check();
    }

    private static byte[] exported(Page page) throws IOException {
        Locator export = page.getByText("Export as PNG");
        Download download = page.waitForDownload(export::click);
        assertEquals("before-1-mask.png", download.suggestedFilename());
        Path file = Files.createTempFile(folder, "mask", ".png");
        download.saveAs(file);
        return Files.readAllBytes(file);
    }

    private static Samples retouched() throws IOException {
        byte[] file = server.get("api/photos/%s/retouching/photo?format=png".formatted(photo))
                .body();
        return PhotoReader.read(Files.write(Files.createTempFile(folder, "retouched", ".png"), file))
                .samples();
    }

    private static int changed(Samples before, Samples after) {
        int changed = 0;
        for (int row = 0; row < before.size().height(); row++) {
            for (int column = 0; column < before.size().width(); column++) {
                changed += before.raw(0, row, column) != after.raw(0, row, column) ? 1 : 0;
            }
        }
        return changed;
    }
}
