package dev.tintype.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.measure.NaturalScenes;
import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvaluateCommandTest extends CommandLineTest {
    private static final Size SIZE = new Size(40, 30);

    private Run evaluate(Object... more) {
        Object[] arguments = {"evaluate", "--truth", folder.resolve("truth"), "--input", folder.resolve("old")};
        return run(Stream.concat(Stream.of(arguments), Stream.of(more)).toArray());
    }

    @Test
    void comparesMethodsAndSkipsWhatFails() throws IOException {
        photo("truth/a.png");
        photo("truth/b.png");
        photo("truth/c.png");
        photo("truth/lonely.png");
        photo("old/a.png");
        photo("old/b.png", new Size(30, 40), 3, Depth.BITS_8);
        broken("old/c.png");
        photo("old/mask/a.png", SIZE, 1, Depth.BITS_8);
        Path out = folder.resolve("report");
        Run run = evaluate("--mask", "mask", "--methods", "input,telea," + learnt, "-o", out);
        assertEquals(1, run.code(), run::err);
        assertTrue(run.err().contains("1 of the 4 photos"), run::err);
        assertTrue(run.err().contains("old/a.png by telea: "), run::err);
        assertTrue(run.out().contains("| input | 1 | 100.00 | 1.000 |"), run::out);
        assertTrue(run.err().contains("failed 2:"), run::err);
        assertTrue(run.err().contains("b.png: the photo is 30 x 40 pixels, its truth 40 x 30"), run::err);
        assertTrue(Files.exists(out.resolve("restored/old/telea/a.png")), run::err);
        String page = Files.readString(out.resolve("index.html"));
        assertTrue(page.contains("tintype evaluate --truth"), "the command is not on the page");
        assertTrue(page.contains("c.png"), "the failure is not on the page");
    }

    @Test
    void withoutMethodsItMeasuresTheRestoration() throws IOException {
        photo("truth/a.png");
        photo("old/a.png");
        Run run = evaluate("--weights", learnt);
        assertEquals(0, run.code(), run::err);
        assertTrue(run.out().contains("| a.png | Infinity / 1.000 | "), run::out);
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        photo("truth/a.png");
        photo("old/b.png");
        assertTrue(evaluate("--methods", "input").err().contains("--methods needs a folder for the report"));
        assertTrue(evaluate("--mask", folder).err().contains("--mask, --lpips and --fid go with --methods"));
        Path out = folder.resolve("report");
        Run alone = evaluate("--methods", "input", "-o", out);
        assertEquals(1, alone.code());
        assertTrue(alone.err().contains("has the name of one in an input"), alone::err);
        photo("old/a.png");
        Run unknown = evaluate("--methods", "inptu", "-o", out);
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("--methods: there is no method 'inptu'"), unknown::err);
        Run masks = evaluate("--methods", "input", "--mask", "nowhere", "-o", out);
        assertTrue(masks.err().contains("there is no folder nowhere"), masks::err);
    }

    @Test
    void fitsAModelForNiqe() throws IOException {
        Samples noise = new Samples(new Size(200, 200), 1, Depth.BITS_8);
        Random random = new Random(1);
        for (int i = 0; i < 200 * 200; i++) {
            noise.put(0, i / 200, i % 200, random.nextInt(256));
        }
        Path photos = Files.createDirectories(folder.resolve("noise"));
        PhotoWriter.write(new Scan(noise, Optional.empty(), Metadata.NONE), photos.resolve("a.png"), false);
        Path model = folder.resolve("model.json");
        Run fit = run("fit-niqe", "--photos", photos, "--origin", "random numbers", "-o", model);
        assertEquals(0, fit.code(), fit::err);
        String card = NaturalScenes.parse(Files.readString(model)).card();
        assertTrue(card.endsWith("of 1 photos: random numbers"), card);
        assertEquals(card + System.lineSeparator(), fit.out());
        photo("sound/a.png", new Size(120, 120), 3, Depth.BITS_8);
        Run flat = run("fit-niqe", "--photos", folder.resolve("sound"), "--origin", "ramps", "-o", folder.resolve("m"));
        assertEquals(1, flat.code());
        assertTrue(flat.err().contains("it takes two patches"), flat::err);
    }
}
