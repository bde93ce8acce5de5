package dev.tintype.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestoreCommandTest extends CommandLineTest {
    @Test
    void putsTheResultBesideThePhoto() throws IOException {
        Path photo = photo("old.png");
        byte[] before = Files.readAllBytes(photo);
        Run run = restore(photo);
        assertEquals(0, run.code(), run::err);
        assertTrue(run.out().contains("old-restored.png"), run::out);
        assertEquals(List.of("old-restored.png", "old.png"), files());
        assertArrayEquals(before, Files.readAllBytes(photo));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tif"})
    void keepsSizeDepthAndChannels(String extension) throws IOException {
        Path photo = photo("old." + extension, new Size(37, 23), 1, Depth.BITS_16);
        assertEquals(0, restore(photo).code());
        Samples samples =
                PhotoReader.read(folder.resolve("old-restored." + extension)).samples();
        assertEquals(new Size(37, 23), samples.size());
        assertEquals(Depth.BITS_16, samples.depth());
        assertEquals(1, samples.channels());
    }

    @Test
    void givesThePhotoBackAtStrengthZero() throws IOException {
        Path photo = photo("old.png");
        assertEquals(0, restore(photo, "--strength", 0).code());
        assertTrue(PhotoReader.holds(folder.resolve("old-restored.png"), PhotoReader.read(photo)));
    }

    @Test
    void writesWhereToldInTheFormatTold() throws IOException {
        Path photo = photo("old.jpg");
        assertEquals(0, restore(photo, "-o", folder.resolve("new/better.tif")).code());
        assertEquals(List.of("new/better.tif", "old.jpg"), files());
    }

    @Test
    void leavesAResultThatIsThere() throws IOException {
        Path photo = photo("old.png");
        Path result = broken("old-restored.png");
        Run run = restore(photo);
        assertEquals(0, run.code());
        assertTrue(run.out().contains("exists, skipped; --force replaces it"), run::out);
        assertEquals("this is not a photo", Files.readString(result));
    }

    @Test
    void replacesAResultWhenForced() throws IOException {
        Path photo = photo("old.png");
        Path result = broken("old-restored.png");
        assertEquals(0, restore(photo, "--force").code());
        assertEquals(new Size(40, 30), PhotoReader.read(result).samples().size());
    }

    @Test
    void neverReplacesAPhotoEvenWhenForced() throws IOException {
        Path photo = photo("old.png");
        byte[] before = Files.readAllBytes(photo);
        Run run = restore(photo, "-o", photo, "--force");
        assertEquals(1, run.code());
        assertTrue(run.err().contains("would replace the photo"), run::err);
        assertArrayEquals(before, Files.readAllBytes(photo));
    }

    @Test
    void goesOnAfterAPhotoThatFailsAndListsItAtTheEnd() throws IOException {
        Path good = photo("a.png");
        Path bad = broken("b.jpg");
        Path also = photo("c.png");
        Run run = restore(good, bad, folder.resolve("missing.png"), also);
        assertEquals(1, run.code());
        assertTrue(run.out().contains("restored 2, skipped 0, failed 2:"), run::out);
        assertTrue(run.err().lines().toList().getLast().startsWith("  " + bad + ": "), run::err);
        assertTrue(run.err().contains("missing.png: there is no such file; check the name"), run::err);
        assertEquals(List.of("a-restored.png", "a.png", "b.jpg", "c-restored.png", "c.png"), files());
    }

    @Test
    void saysOneSentenceForOnePhotoThatFails() throws IOException {
        Run run = restore(broken("b.jpg"));
        assertEquals(1, run.code());
        assertEquals(
                1,
                run.err().lines().filter(line -> line.contains("not a picture")).count(),
                run::err);
        assertEquals("", run.out());
    }

    @Test
    void repairsOnlyWhereTheMaskIsWhite() throws IOException {
        Path photo = photo("old.png");
        Path mask = photo("mask.png");
        Run run = restore(photo, "--mask", mask, "--report");
        assertEquals(0, run.code(), run::err);
        String report = Files.readString(folder.resolve("old-restored.json"));
        assertTrue(report.contains("\"weights\" : \"your mask\""), report);
    }

    @Test
    void refusesAMaskOfAnotherSize() throws IOException {
        Path photo = photo("old.png");
        Path mask = photo("mask.png", new Size(41, 30), 1, Depth.BITS_8);
        Run run = restore(photo, "--mask", mask);
        assertEquals(1, run.code());
        assertTrue(run.err().contains("is 41 x 30 pixels, the photo 40 x 30"), run::err);
        assertFalse(Files.exists(folder.resolve("old-restored.png")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1.5", "NaN", "much"})
    void refusesAStrengthOutsideItsRange(String strength) throws IOException {
        assertEquals(2, restore(photo("old.png"), "--strength", strength).code());
        assertEquals(List.of("old.png"), files());
    }

    @Test
    void refusesOneMaskOrOneFileForManyPhotos() throws IOException {
        Path a = photo("a.png");
        Path b = photo("b.png");
        assertEquals(2, restore(a, b, "--mask", a).code());
        assertEquals(2, restore(a, b, "-o", folder.resolve("c.png")).code());
    }

    @Test
    void refusesAFormatThatCannotBeWritten() throws IOException {
        Run run = restore(photo("a.png"), "-o", folder.resolve("b.webp"));
        assertEquals(2, run.code());
        assertTrue(run.err().contains("only .jpg, .png and .tif can be written"), run::err);
    }

    @Test
    void refusesWeightsThatAreNotThere() throws IOException {
        Run run = run("restore", photo("a.png"), "--weights", "nobody");
        assertEquals(1, run.code());
        assertTrue(run.err().contains("there are no weights 'nobody'"), run::err);
        assertEquals(List.of("a.png"), files());
    }

    @Test
    void refusesTheLargeReleasedNetworkWithOtherWeights() throws IOException {
        assertEquals(2, restore(photo("a.png"), "--hr").code());
    }

    @Test
    void saysWhichWeightsFileIsMissing() throws IOException {
        Path weights = UntrainedWeights.write(folder.resolve("weights"));
        Files.delete(weights.resolve("tone.safetensors"));
        Run run = run("restore", photo("a.png"), "--weights", weights);
        assertEquals(1, run.code());
        assertTrue(run.err().contains("tone.safetensors are not there"), run::err);
    }

    @Test
    void reportsWhatWasFoundAndDone() throws IOException {
        Path photo = photo("old.png", new Size(64, 48), 3, Depth.BITS_16);
        Run run = restore(photo, "--report", "--strength", 0.5);
        assertEquals(0, run.code(), run::err);
        String report = Files.readString(folder.resolve("old-restored.json"));
        for (String line : List.of(
                "\"photo\" : \"old.png\"",
                "\"width\" : 64",
                "\"height\" : 48",
                "\"bitsPerSample\" : 16",
                "\"strength\" : 0.5",
                "\"name\" : \"scene\"",
                "\"sha256\" : \"" + WeightsCard.sha256(learnt.resolve("mapping.safetensors")) + "\"")) {
            assertTrue(report.contains(line), () -> line + " is not in " + report);
        }
    }

    @Test
    void writesNoReportUnlessAsked() throws IOException {
        assertEquals(0, restore(photo("old.png")).code());
        assertFalse(Files.exists(folder.resolve("old-restored.json")));
    }

    @Test
    void restoresTheSameTwice() throws IOException {
        Path photo = photo("old.png");
        assertEquals(0, restore(photo).code());
        assertEquals(0, restore(photo, "-o", folder.resolve("again.png")).code());
        Scan first = PhotoReader.read(folder.resolve("old-restored.png"));
        assertTrue(PhotoReader.holds(folder.resolve("again.png"), first));
    }
}
