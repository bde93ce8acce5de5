package dev.tintype.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.web.Client.Added;
import dev.tintype.web.store.DataFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/// An album of ten thousand photos. `./build bench gallery` says how long its first page takes.
class GalleryTest {
    private static final int PHOTOS = 10_000;
    private static final int TIMES = 40;
    private static final Pattern CARD = Pattern.compile("data-photo=\"([^\"]+)\"");
    private static final Pattern MORE = Pattern.compile("href=\"/(cards\\?after=[^\"]+)\"");

    @TempDir
    static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new RunningServer(folder.resolve("data"));
        List<Added> real = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Path file = folder.resolve("photo-%d.png".formatted(i));
            real.add(server.add(OldPhotos.write(file, new Size(320, 240), Depth.BITS_8, i)));
            server.get(
                    "api/restorations/%s/tiles/0/0_0.jpg".formatted(real.get(i).restoration()));
        }
        fill(real);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /// Copies rows until there are enough, and the small pictures of the newest of them.
    private static void fill(List<Added> real) throws IOException {
        JdbcTemplate jdbc = new JdbcTemplate(server.bean(DataSource.class));
        DataFolder data = server.bean(DataFolder.class);
        List<Object[]> photos = new ArrayList<>();
        List<Object[]> restorations = new ArrayList<>();
        for (int i = 0; i < PHOTOS - real.size(); i++) {
            Added like = real.get(i % real.size());
            UUID photo = UUID.randomUUID();
            UUID restoration = UUID.randomUUID();
            photos.add(new Object[] {photo, i + 1, "%064d".formatted(i), "photo-%05d.png".formatted(i), like.photo()});
            restorations.add(new Object[] {restoration, photo, like.restoration()});
            if (i < 200) {
                Path small = data.derived(restoration).resolve("tiles/0/0_0.jpg");
                Files.createDirectories(small.getParent());
                Files.copy(data.derived(UUID.fromString(like.restoration())).resolve("tiles/0/0_0.jpg"), small);
            }
        }
        jdbc.batchUpdate("""
                insert into photo (id, added, sha256, name, bytes, width, height, diagnosis)
                select ?, dateadd(second, -cast(? as int), added), ?, ?, bytes, width, height, diagnosis
                from photo where id = cast(? as uuid)
                """, photos);
        jdbc.batchUpdate("""
                insert into restoration (id, photo, asked, preset, plan, strength, state, message, steps, seconds)
                select ?, ?, asked, preset, plan, strength, state, message, steps, seconds
                from restoration where id = cast(? as uuid)
                """, restorations);
    }

    @Test
    void allComeOnePageAfterTheOther() {
        Set<String> seen = new HashSet<>();
        String path = "";
        int pages = 0;
        while (path != null) {
            String page = new String(server.get(path).body(), StandardCharsets.UTF_8);
            List<String> cards =
                    CARD.matcher(page).results().map(found -> found.group(1)).toList();
            assertTrue(cards.size() <= 48 && page.length() < 150_000, "no page may grow with the album");
            assertTrue(cards.stream().allMatch(seen::add), "no photo may come twice");
            Matcher more = MORE.matcher(page);
            path = more.find() ? more.group(1) : null;
            pages++;
        }
        assertEquals(PHOTOS, seen.size());
        assertEquals(209, pages);
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            server.get("");
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(
                "first page of %d photos: median %.0f ms, slowest of %d %.0f ms%n",
                PHOTOS, times[TIMES / 2], TIMES, times[TIMES - 1]);
    }

    @Test
    void scrollsAndFetchesOnlyWhatIsSeen() {
        try (Chromium chromium = Chromium.launch();
                Page page = chromium.open(server.address())) {
            assertThat(page.locator("#photos-title + small")).hasText("10,000 photos");
            assertThat(page.locator(".card")).hasCount(48);
            page.waitForLoadState();
            int fetched = small(page);
            assertTrue(fetched > 0 && fetched < 48, fetched + " small pictures for one screen");
            System.out.printf(
                    "the browser has the page after %s ms%n",
                    page.evaluate("Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd)"));
            for (int pages = 2; pages <= 4; pages++) {
                page.keyboard().press("End");
                assertThat(page.locator(".card").nth(48 * pages - 1)).isAttached();
            }
        }
    }

    private static int small(Page page) {
        return (int) page.evaluate(
                "performance.getEntriesByType('resource').filter((e) => e.name.includes('/tiles/')).length");
    }
}
