package dev.tintype.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A real browser for a test; where there is none the test is skipped. Pictures of pages are left in `target/pictures`.
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target/pictures");
    private static final int PHONE = 500; // pixels: what is narrower has a touch screen

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium launch() {
        assumeTrue(Files.isExecutable(PROGRAM), "there is no " + PROGRAM + "; install the package chromium");
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
        return new Chromium(playwright, browser);
    }

    /// A window of a width, with one page.
    Page open(String address, int width, ColorScheme scheme) {
        complaints.clear();
        Page page = browser.newPage(new Browser.NewPageOptions()
                .setViewportSize(width, width < PHONE ? 740 : 900)
                .setColorScheme(scheme)
                .setHasTouch(width < PHONE));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(address);
        return page;
    }

    Page open(String address) {
        return open(address, 1280, ColorScheme.LIGHT);
    }

    /// Fails where the policy of the last page refused something, or a script of it failed.
    void requireCalm() {
        assertEquals(List.of(), complaints);
    }

    /// Fails where something of a page cannot be used by everybody.
    static void requireAccessible(Page page) {
        List<String> violations = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(Chromium::told)
                        .toList();
        assertEquals(List.of(), violations, page.url());
    }

    private static String told(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    /// Keeps a picture of a page, to look at.
    ///
    /// @param whole whether also what must be scrolled to
    static void picture(Page page, String name, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(whole));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
