package dev.tintype.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiagnoseCommandTest extends CommandLineTest {
    /// A ramp with noise of sigma 20.
    private Path noisy() throws IOException {
        Random random = new Random(1);
        Samples samples = new Samples(new Size(200, 150), 1, Depth.BITS_8);
        for (int row = 0; row < 150; row++) {
            for (int column = 0; column < 200; column++) {
                double level = 40 + 0.85 * column + 20 * random.nextGaussian();
                samples.put(0, row, column, (float) Math.rint(Math.clamp(level, 0, 255)));
            }
        }
        Path file = folder.resolve("noisy.png");
        PhotoWriter.write(new Scan(samples, Optional.empty(), Metadata.NONE), file, false);
        return file;
    }

    @Test
    void saysWhatIsWrongInASentence() throws IOException {
        Run run = run("diagnose", noisy());
        assertEquals(0, run.code(), run::err);
        assertTrue(run.out().contains("a grey photo"), run::out);
        assertTrue(run.out().contains("  Gaussian noise, sigma "), run::out);
        assertTrue(run.out().contains(" of 255, confidence "), run::out);
    }

    @Test
    void printsJson() throws IOException {
        Run run = run("diagnose", "--json", noisy(), photo("sound.png"));
        JsonNode photos = new ObjectMapper().readTree(run.out());
        assertEquals(2, photos.size());
        JsonNode finding = photos.get(0).get("findings").get(0);
        assertEquals("gaussian-noise", finding.get("kind").asText());
        assertEquals(20 / 255.0, finding.at("/parameters/sigma").asDouble(), 0.008);
        assertTrue(finding.at("/numbers").size() >= 3, run::out);
        assertEquals(40, photos.get(1).get("width").asInt());
    }

    @Test
    void drawsWhatItRestsOn() throws IOException {
        Run run = run("diagnose", "--draw", folder.resolve("drawn"), noisy());
        assertEquals(0, run.code(), run::err);
        assertTrue(
                files().containsAll(List.of("drawn/noisy-histogram.png", "drawn/noisy-spectrum.png")), () -> run.out());
    }

    @Test
    void drawsEveryPhotoUnderANameOfItsOwn() throws IOException {
        Path one = photo("tree/a/same.png");
        Path other = photo("tree/b/same.png");
        run("diagnose", "--draw", folder.resolve("drawn"), folder.resolve("tree"));
        run("diagnose", "--draw", folder.resolve("flat"), one, other);
        assertTrue(
                files().containsAll(List.of(
                        "drawn/a/same-histogram.png",
                        "drawn/b/same-histogram.png",
                        "flat/same-histogram.png",
                        "flat/same-2-histogram.png")),
                () -> "the names are not unique");
    }

    @Test
    void goesOnAfterAFileThatIsNoPhoto() throws IOException {
        Run run = run("diagnose", broken("bad.jpg"), photo("sound.png"));
        assertEquals(Failure.EXIT_CODE, run.code());
        assertTrue(run.err().contains("bad.jpg"), run::err);
        assertTrue(run.out().contains("sound.png"), run::out);
    }

    @Test
    void countsHowOftenItIsRight() throws IOException {
        Path photos =
                photo("sound/one.png", new Size(200, 180), 3, Depth.BITS_8).getParent();
        Run run = run(
                "evaluate-diagnosis",
                "--photos",
                photos,
                "--count",
                17,
                "--side",
                96,
                "--whole",
                "-o",
                folder.resolve("table"));
        assertEquals(0, run.code(), run::err);
        assertTrue(run.out().contains("17 photos. Main kind right: "), run::out);
        assertTrue(run.out().contains("1 whole sound photos: nothing found in "), run::out);
        assertTrue(
                files().containsAll(List.of("table/confusion.md", "table/verdicts.csv", "table/whole.csv")), run::out);
    }
}
