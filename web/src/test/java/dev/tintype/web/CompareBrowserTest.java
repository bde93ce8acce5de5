package dev.tintype.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Methods side by side, in a real browser.
class CompareBrowserTest {
    private static final Path HOME = Path.of(System.getProperty("tintype.home", ".."));
    private static final Path PICTURES = HOME.resolve("docs/pictures");
    private static final Path BENCH = Path.of(System.getProperty("bench.dir", "../../shared/bench"));
    private static final Size SIZE = new Size(480, 360);
    private static final IsVisibleOptions PATIENT = new IsVisibleOptions().setTimeout(180_000);

    @TempDir
    static Path folder;

    private static RunningServer server;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.launch();
        server = new RunningServer(folder.resolve("data"), "--tintype.weights=" + HOME.resolve("weights/tintype-s"));
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
            server.close();
        }
    }

    @Test
    void methodsAreTriedLookedAtTogetherAndMeasured() throws IOException {
        Path paired = BENCH.resolve("paired");
        boolean real = Files.isDirectory(paired); // a sound photo, and the same aged
        Path aged = real
                ? paired.resolve("unstructured/07.png")
                : OldPhotos.write(folder.resolve("aged.png"), SIZE, Depth.BITS_8, 7);
        Path sound = real ? paired.resolve("truth/07.png") : OldPhotos.sound(folder.resolve("sound.png"), SIZE);
        String address = server.address() + "photos/" + server.added(aged);
        try (Page page = chromium.open(address)) {
            page.getByText("Compare methods").click();
            assertThat(page.locator(".method[data-ready]")).hasCount(1);
            for (String method : List.of("Wiener filter", "Non-local means", "BM3D", "Tintype (tintype-s)")) {
                page.getByLabel(method).check();
            }
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Compare").setExact(true))
                    .click();
            Locator ready = page.locator(".method[data-ready]");
            assertThat(ready.nth(4)).isVisible(PATIENT);
            double before = zoom(page);
            page.getByLabel("Zoom in").click();
            page.waitForCondition(() -> zoom(page) > 1.45 * before);
            List<?> zooms = (List<?>) page.evaluate("""
                    [...document.querySelectorAll('.picture')].map((one) =>
                      OpenSeadragon.getViewer(one).viewport.getZoom(true).toFixed(3))
                    """);
            assertEquals(5, zooms.size());
            assertEquals(1, zooms.stream().distinct().count(), "all show the same place: " + zooms);
            page.locator("#reference").setInputFiles(sound);
            assertThat(page.locator("#take-away")).isVisible();
            assertThat(page.locator(".score").nth(4)).hasText(Pattern.compile("\\d+\\.\\d\\d dB · SSIM 0\\.\\d{3}"));
            page.locator("#reference").setInputFiles(PICTURES.resolve("web-photo-phone.png"));
            assertThat(page.locator("#mistake")).containsText("the reference has");
            page.locator("input[value='bm3d']").uncheck();
            assertThat(page.locator(".method[data-method='bm3d']")).isHidden();
        }
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            looksWell(address + "/compare", 1280, scheme, scheme.name().toLowerCase(Locale.ROOT));
        }
        looksWell(address + "/compare", 360, ColorScheme.LIGHT, "phone");
    }

    private static double zoom(Page page) {
        return ((Number) page.evaluate(
                        "OpenSeadragon.getViewer(document.querySelector('.picture')).viewport.getZoom(true)"))
                .doubleValue();
    }

    private static void looksWell(String address, int width, ColorScheme scheme, String name) {
        try (Page page = chromium.open(address, width, scheme)) {
            assertThat(page.locator(".method[data-ready]")).hasCount(5);
            assertThat(page.locator(".score").nth(4)).containsText("dB");
            Chromium.requireAccessible(page);
            assertEquals(width, page.evaluate("document.documentElement.scrollWidth"));
            page.waitForTimeout(500); // tiles fade in
            Chromium.picture(page, "compare-" + name, true);
        }
    }

    @Test
    void aMethodCanBeTriedByKeyboardAlone() throws IOException {
        String photo = server.added(OldPhotos.write(folder.resolve("small.png"), new Size(90, 60), Depth.BITS_8, 1));
        try (Page page = chromium.open(server.address() + "photos/" + photo + "/compare")) {
            page.getByLabel("Inverse filter").focus();
            page.keyboard().press("Space");
            page.keyboard().press("Enter");
            assertThat(page.locator(".method[data-method='inverse-filter'][data-ready]"))
                    .isVisible(PATIENT);
            for (int i = 0; i < 20 && !inAPane(page); i++) {
                page.keyboard().press("Tab");
            }
            assertTrue(inAPane(page), "the panes can be reached");
        }
    }

    private static boolean inAPane(Page page) {
        return (boolean) page.evaluate("document.activeElement.closest('.picture') !== null");
    }
}
