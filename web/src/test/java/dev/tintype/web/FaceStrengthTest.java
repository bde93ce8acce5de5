package dev.tintype.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import dev.tintype.web.store.Photos;
import dev.tintype.web.store.StoredFace;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// How strongly faces are refined is seen on the page, changed there and not lost on the way.
class FaceStrengthTest {
    static final Path FACES =
            Path.of(System.getProperty("bench.dir", "../../shared/bench")).resolve("real/faces");
    private static final Path HOME = Path.of(System.getProperty("tintype.home", ".."));
    private static final Pattern INPUT = Pattern.compile("<input type=\"text\" name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final int SIDE = 256; // of a portrait, pixels

    @TempDir
    Path folder;

    @Test
    void thePageHoldsWhatThePlanSaysAndWhatWasFound() throws IOException {
        try (RunningServer server = new RunningServer(folder.resolve("data"))) {
            String photo = server.add(OldPhotos.sound(folder.resolve("a.png"), new Size(60, 40)))
                    .photo();
            run(server, photo, plan(false, "{}"));
            assertEquals(Map.of("strength", "auto"), inputs(server, photo), "nobody looked for faces");
            StoredFace face = new StoredFace(1, 1, 9, 9, 0.9);
            server.bean(Photos.class).foundFaces(UUID.fromString(photo), List.of(face, face));
            run(server, photo, plan(false, "{\"10\": \"1\", \"2\": \"0.25\"}"));
            Map<String, String> expected = new LinkedHashMap<>();
            expected.put("strength", "auto");
            expected.put("1", "");
            expected.put("2", "0.25");
            expected.put("10", "1.0");
            assertEquals(expected, inputs(server, photo));
            assertEquals(
                    List.copyOf(expected.keySet()),
                    List.copyOf(inputs(server, photo).keySet()));
        }
    }

    @Test
    void oneFaceIsRefinedMoreAndNothingElseChanges() throws IOException {
        assumeTrue(Files.isDirectory(FACES), "needs " + FACES);
        try (Chromium browser = Chromium.launch();
                RunningServer server = new RunningServer(
                        folder.resolve("data"), "--tintype.weights=" + HOME.resolve("weights/tintype-s"))) {
            String photo = server.added(pair(folder.resolve("pair.png")));
            String usual = server.restoration(photo);
            server.post("api/restorations/%s/cancel".formatted(usual), "");
            server.end(usual);
            JsonNode first = run(server, photo, plan(true, "{\"strength\": \"0.4\", \"2\": \"0\"}"));
            try (Page page = open(browser, server, photo, 1280, ColorScheme.LIGHT)) {
                page.locator(".step summary").press("Enter");
                assertThat(field(page, "strength")).hasValue("0.4");
                assertThat(field(page, "1")).hasValue("");
                field(page, "2").fill("2");
                field(page, "2").press("Enter");
                assertThat(page.locator("#plan-mistake")).hasText("faces are refined by 0 to 1, not by 2.0");
                field(page, "2").fill("1");
                field(page, "2").press("Enter");
                assertThat(page.locator("#history-title"))
                        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
                assertThat(field(page, "2")).hasValue("1.0");
            }
            assertEquals("DONE", server.end(server.restoration(photo)));
            JsonNode second = server.json("api/restorations/" + server.restoration(photo));
            JsonNode wished = second.get("plan").get("steps").get(0).get("options");
            assertEquals("{\"2\":\"1\",\"strength\":\"0.4\"}", wished.toString());
            JsonNode faces = server.json("api/photos/%s/faces".formatted(photo));
            assertEquals(2, faces.size());
            requireChangedOnlyAt(faces.get(1), samples(server, first), samples(server, second));
            look(browser, server, photo);
        }
    }

    private void look(Chromium browser, RunningServer server, String photo) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1280, 360}) {
                try (Page page = open(browser, server, photo, width, scheme)) {
                    page.locator("#faces").check();
                    assertThat(page.locator(".face").nth(1)).hasAttribute("data-number", "2");
                    page.locator(".step summary").click();
                    assertEquals(width, page.evaluate("document.documentElement.scrollWidth"));
                    Chromium.requireAccessible(page);
                    Chromium.picture(
                            page, "faces-%s-%d".formatted(scheme.name().toLowerCase(Locale.ROOT), width), true);
                }
            }
        }
        browser.requireCalm();
    }

    private static Page open(Chromium browser, RunningServer server, String photo, int width, ColorScheme scheme) {
        Page page = browser.open(server.address() + "photos/" + photo, width, scheme);
        assertThat(page.locator("#stage[data-ready]")).isVisible();
        return page;
    }

    private static Locator field(Page page, String name) {
        return page.locator("#plan input[name='%s']".formatted(name));
    }

    private static String plan(boolean on, String options) {
        return "{\"plan\": {\"steps\": [{\"stage\": \"faces\", \"on\": %b, \"options\": %s}]}}".formatted(on, options);
    }

    private static JsonNode run(RunningServer server, String photo, String plan) {
        HttpResponse<byte[]> taken = server.post("api/photos/%s/restorations".formatted(photo), plan);
        String id = Client.json(taken).get("id").asString();
        assertEquals("DONE", server.end(id));
        return server.json("api/restorations/" + id);
    }

    private static Map<String, String> inputs(RunningServer server, String photo) {
        String page = new String(server.get("photos/" + photo).body(), StandardCharsets.UTF_8);
        Map<String, String> inputs = new LinkedHashMap<>();
        for (MatchResult input : INPUT.matcher(page).results().toList()) {
            inputs.put(input.group(1), input.group(2));
        }
        return inputs;
    }

    private Samples samples(RunningServer server, JsonNode restoration) throws IOException {
        String id = restoration.get("id").asString();
        byte[] photo =
                server.get("api/restorations/%s/photo?format=png".formatted(id)).body();
        return PhotoReader.read(Files.write(folder.resolve(id), photo)).samples();
    }

    /// What is added to a face fades out beyond its box, where hair and neck are.
    private static void requireChangedOnlyAt(JsonNode face, Samples before, Samples after) {
        double tall = face.get("height").asDouble();
        double wide = face.get("width").asDouble();
        double middle = face.get("row").asDouble() + tall / 2;
        double centre = face.get("column").asDouble() + wide / 2;
        int changed = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < 2 * SIDE; column++) {
                if (before.raw(1, row, column) != after.raw(1, row, column)) {
                    changed++;
                    boolean near = Math.abs(row - middle) < 0.9 * tall && Math.abs(column - centre) < 0.9 * wide;
                    assertTrue(near, "changed at row %d, column %d, face %s".formatted(row, column, face));
                }
            }
        }
        assertTrue(changed > tall * wide / 4, "changed " + changed);
    }

    /// Two portraits beside each other, half as large, blurred and with grain.
    static Path pair(Path file) {
        Samples pair = new Samples(new Size(2 * SIDE, SIDE), 3, Depth.BITS_8);
        Random random = new Random(6);
        List<String> names = List.of("civil_01.png", "london_105.png");
        for (int i = 0; i < names.size(); i++) {
            Samples portrait = PhotoReader.read(FACES.resolve(names.get(i))).samples();
            for (int row = 0; row < SIDE; row++) {
                for (int column = 0; column < SIDE; column++) {
                    double grain = 6 * random.nextGaussian();
                    for (int c = 0; c < 3; c++) {
                        double aged = Math.clamp(mean(portrait, c, 2 * row, 2 * column) + grain, 0, 255);
                        pair.put(c, row, i * SIDE + column, (float) Math.rint(aged));
                    }
                }
            }
        }
        PhotoWriter.write(new Scan(pair, Optional.empty(), Metadata.NONE), file, false);
        return file;
    }

    private static double mean(Samples portrait, int channel, int row, int column) {
        double sum = 0;
        for (int i = 0; i < 36; i++) {
            int y = Math.clamp(row - 2 + i / 6, 0, portrait.size().height() - 1);
            int x = Math.clamp(column - 2 + i % 6, 0, portrait.size().width() - 1);
            sum += portrait.raw(channel, y, x);
        }
        return sum / 36;
    }
}
