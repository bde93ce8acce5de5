package dev.tintype.train.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tintype.nn.stage.Restorer.Progress;
import dev.tintype.nn.stage.Restorer.Restoration;
import dev.tintype.nn.stage.StageRestorer;
import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.plan.Catalog;
import dev.tintype.read.PhotoReader;
import dev.tintype.restore.StageRun;
import dev.tintype.train.compare.Comparison.Perception;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real photos of noise and of a torn strip, restored by real stages.
class ComparisonTest {
    private static final Size SIZE = new Size(200, 192);

    @TempDir
    private Path folder;

    private final List<Row> heard = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    private final Comparison.Listener listener = new Comparison.Listener() {
        @Override
        public Progress begins(Method method, Pair pair, int number, int of) {
            assertTrue(number >= 1 && number <= of, number + " of " + of);
            return Progress.NONE;
        }

        @Override
        public void measured(Row row) {
            heard.add(row);
        }

        @Override
        public void failed(String what, Throwable cause) {
            failed.add(what + ": " + cause.getMessage());
        }
    };

    @Test
    void measuresEveryMethodAndReports() throws IOException {
        Comparison comparison = comparison();
        Scores scores = comparison.run(listener);
        assertEquals(List.of("noisy", "torn"), scores.inputs());
        assertEquals(List.of("input", "wavelet-shrinkage", "telea", Method.TRUTH), scores.methods());
        assertTrue(psnr(scores, "noisy", "wavelet-shrinkage") > psnr(scores, "noisy", "input") + 3);
        assertTrue(psnr(scores, "torn", "telea") > psnr(scores, "torn", "input") + 10);
        assertEquals(List.of(Measure.values()), scores.measures());
        assertEquals(Optional.empty(), scores.mean("torn", Method.TRUTH, Measure.PSNR));
        assertTrue(scores.mean("torn", Method.TRUTH, Measure.NIQE).isPresent());
        assertEquals(Optional.empty(), scores.mean("noisy", "input", Measure.FID), "of one photo");
        assertTrue(fid(scores, "telea") < fid(scores, "wavelet-shrinkage"), scores.sets()::toString);
        assertEquals(3 + 3 + 2, heard.size());
        assertEquals(3, failed.size(), failed::toString);
        assertTrue(failed.get(0).startsWith(folder.resolve("noisy/b.png") + ": "), failed::toString);
        assertTrue(failed.get(1).contains("by telea: stage telea must be told what is lost"), failed::toString);
        assertEquals("learnt: gone", failed.get(2));
        Path restored = folder.resolve("restored/torn/telea/a.png");
        assertEquals(SIZE, PhotoReader.read(restored).samples().size());
        Path out = folder.resolve("report");
        Files.createDirectories(out);
        Files.writeString(out.resolve("index.html"), "what is there is replaced");
        Report report = new Report(comparison, scores, List.of("measured by a <test>"), failed);
        report.write(out);
        tables(out, scores);
        pictures(out);
        page(Files.readString(out.resolve("index.html")));
    }

    private Comparison comparison() throws IOException {
        Random random = new Random(1);
        write("truth/a.png", ComparisonTest::tone);
        write("truth/b.png", ComparisonTest::tone);
        write("noisy/a.png", (row, column) -> tone(row, column) + 25 * random.nextGaussian());
        write("torn/a.png", (row, column) -> row / 4 == 20 ? 255 : tone(row, column));
        write("torn/b.png", (row, column) -> column / 4 == 20 ? 255 : tone(row, column));
        write("mask/a.png", (row, _) -> row / 4 == 20 ? 255 : 0);
        write("mask/b.png", (_, column) -> column / 4 == 20 ? 255 : 0);
        Files.writeString(folder.resolve("noisy/b.png"), "this is not a photo");
        List<Pair> pairs = List.of(
                pair("noisy", "a", false), pair("noisy", "b", false), pair("torn", "a", true), pair("torn", "b", true));
        List<Method> methods = List.of(
                new Method("input", "nothing", false, () -> (scan, _, _) -> unchanged(scan)),
                stage("wavelet-shrinkage", Map.of("sigma", "0.1")),
                stage("telea", Map.of()),
                new Method("learnt", "weights that are not there", false, () -> {
                    throw new NoSuchFileException("gone");
                }));
        return new Comparison(
                pairs,
                methods,
                folder.resolve("restored"),
                (file, _) -> PhotoReader.read(file).samples(),
                new Perception(
                        Optional.of(Lpips.open(Scripts.lpips(folder))), Optional.of(Fid.open(Scripts.fid(folder)))));
    }

    private static Method stage(String name, Map<String, String> options) {
        StageRun run = new StageRun(Catalog.require(name), options);
        return new Method(name, "a stage", run.kind().needsMask(), () -> new StageRestorer(run));
    }

    private static Restoration unchanged(Scan scan) {
        return new Restoration(scan, new Samples(SIZE, 1, Depth.BITS_8), List.of());
    }

    private Pair pair(String input, String photo, boolean masked) {
        String name = photo + ".png";
        return new Pair(
                input,
                name,
                folder.resolve("truth").resolve(name),
                folder.resolve(input).resolve(name),
                masked ? Optional.of(folder.resolve("mask").resolve(name)) : Optional.empty());
    }

    private static double psnr(Scores scores, String input, String method) {
        return scores.mean(input, method, Measure.PSNR).orElseThrow().mean();
    }

    private static double fid(Scores scores, String method) {
        return scores.mean("torn", method, Measure.FID).orElseThrow().mean();
    }

    private void tables(Path out, Scores scores) throws IOException {
        String markdown = Files.readString(out.resolve("scores.md"));
        String mean = Measure.PSNR.words(psnr(scores, "torn", "telea"));
        assertTrue(markdown.contains("| telea, told what is lost | 2 | " + mean + " ["), markdown);
        assertTrue(markdown.contains("| noisy | a.png | input | "), markdown);
        assertTrue(markdown.contains("* learnt: gone"), markdown);
        List<String> lines = Files.readAllLines(out.resolve("scores.csv"));
        assertEquals(1 + scores.rows().size(), lines.size());
        assertEquals(
                "input,photo,method,psnr,ssim,ms_ssim,gmsd,niqe,lpips,fid,seconds,cpu_seconds,memory",
                lines.getFirst());
        for (String line : lines) {
            assertEquals(13, line.split(",", -1).length, line);
        }
        JsonNode json = new ObjectMapper().readTree(out.resolve("scores.json").toFile());
        assertEquals(scores.rows().size(), json.get("photos").size());
        assertEquals(3, json.get("failed").size());
        JsonNode torn = json.get("means")
                .valueStream()
                .filter(node -> node.get("input").asText().equals("torn")
                        && node.get("method").asText().equals("telea"))
                .findFirst()
                .orElseThrow();
        assertEquals(psnr(scores, "torn", "telea"), torn.get("psnr").get("mean").asDouble(), 1e-9);
        assertTrue(Files.readString(out.resolve("means.csv")).contains("\"torn\",\"telea\",psnr,2,"));
    }

    private static void pictures(Path out) throws IOException {
        int width = ImageIO.read(out.resolve("sheets/torn.png").toFile()).getWidth();
        assertTrue(width > 4 * 200 && width < 5 * 200, "four columns, none for the method that failed: " + width);
        for (Measure measure : Measure.values()) {
            Path plot = out.resolve("plots").resolve(measure.key() + ".png");
            assertTrue(ImageIO.read(plot.toFile()).getWidth() > 500, plot.toString());
        }
    }

    private static void page(String html) {
        assertTrue(html.contains("measured by a &lt;test&gt;"));
        assertTrue(html.contains("<li>learnt: gone"));
        assertFalse(html.contains("<script"));
        assertFalse(html.matches("(?s).*(src|href|srcset)=\"(?!data:|#).*"), "it names another file");
        assertEquals(3 * 4 - 1, html.split("<input type=radio", -1).length - 1, "versions of three photos");
    }

    private static double tone(int row, int column) {
        boolean disc = Math.hypot(row - 60, column - 70) < 40;
        return 60 + 0.3 * row + 0.2 * column + (disc ? 60 : 0) + 12 * Math.sin(0.9 * row) * Math.sin(0.7 * column);
    }

    private void write(String name, ToDoubleBiFunction<Integer, Integer> tone) throws IOException {
        Samples samples = new Samples(SIZE, 1, Depth.BITS_8);
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 0; column < SIZE.width(); column++) {
                samples.put(0, row, column, (float) Math.rint(Math.clamp(tone.applyAsDouble(row, column), 0, 255)));
            }
        }
        Files.createDirectories(folder.resolve(name).getParent());
        PhotoWriter.write(new Scan(samples, Optional.empty(), Metadata.NONE), folder.resolve(name), false);
    }
}
