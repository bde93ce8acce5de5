package dev.tintype.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.plan.Catalog;
import dev.tintype.read.PhotoReader;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApplyCommandTest extends CommandLineTest {
    private Path mask() throws IOException {
        Samples mask = new Samples(new Size(40, 30), 1, Depth.BITS_8);
        mask.put(0, 10, 12, 255);
        Path file = folder.resolve("mask.png");
        PhotoWriter.write(new Scan(mask, Optional.empty(), Metadata.NONE), file, false);
        return file;
    }

    @Test
    void fillsWhatTheMaskCallsLostAndNothingElse() throws IOException {
        Scan torn = PhotoReader.read(photo("old.png"));
        torn.samples().put(0, 10, 12, 255);
        Path photo = folder.resolve("torn.png");
        PhotoWriter.write(torn, photo, false);
        Path result = folder.resolve("new.png");
        Run run = run("apply", "pull-push", "--mask", mask(), photo, "-o", result);
        assertEquals(0, run.code(), run::err);
        Samples before = PhotoReader.read(photo).samples();
        Samples after = PhotoReader.read(result).samples();
        for (int row = 0; row < 30; row++) {
            for (int column = 0; column < 40; column++) {
                if (row == 10 && column == 12) {
                    assertNotEquals(before.raw(0, row, column), after.raw(0, row, column));
                } else {
                    assertEquals(before.raw(0, row, column), after.raw(0, row, column));
                }
            }
        }
    }

    @Test
    void takesAPictureOfAPsf() throws IOException {
        Samples drawn = new Samples(new Size(7, 1), 1, Depth.BITS_8);
        for (int column = 1; column < 6; column++) {
            drawn.put(0, 0, column, 255);
        }
        Path psf = folder.resolve("psf.png");
        PhotoWriter.write(new Scan(drawn, Optional.empty(), Metadata.NONE), psf, false);
        Path photo = photo("old.png");
        assertEquals(
                0,
                run("apply", "wiener", "--psf", psf, photo, "-o", folder.resolve("drawn.png"))
                        .code());
        assertEquals(
                0,
                run("apply", "wiener", "--psf", "motion:5:0", photo, "-o", folder.resolve("said.png"))
                        .code());
        Samples one = PhotoReader.read(folder.resolve("drawn.png")).samples();
        Samples other = PhotoReader.read(folder.resolve("said.png")).samples();
        for (int column = 0; column < 40; column++) {
            assertEquals(one.raw(0, 15, column), other.raw(0, 15, column));
        }
        assertWrong("disc:RADIUS", "apply", "wiener", "--psf", folder.resolve("none.png"), photo);
        Path broken = Files.writeString(folder.resolve("broken.png"), "no picture");
        assertWrong("--psf: ", "apply", "wiener", "--psf", broken, photo);
    }

    @Test
    void findsThePsfOfAShakenPhoto() throws IOException {
        Path result = folder.resolve("steady.png");
        Run run = run("apply", "wiener", "--psf", "refine", photo("old.png"), "-o", result);
        assertEquals(0, run.code(), run::err);
        assertEquals(new Size(40, 30), PhotoReader.read(result).samples().size());
    }

    @Test
    void saysWhatIsWrongWithTheCommandLine() throws IOException {
        Path photo = photo("old.png");
        assertWrong("stage pull-push must be told what is lost", "apply", "pull-push", photo);
        assertWrong("Unknown option: '--speed=2'", "apply", "pull-push", "--speed=2", photo);
        assertWrong("which stage?", "apply");
    }

    private static void assertWrong(String message, Object... arguments) {
        Run run = run(arguments);
        assertEquals(2, run.code());
        assertTrue(run.err().contains(message), run::err);
    }

    @Test
    void listsEveryStage() {
        Run run = run("stages");
        assertEquals(0, run.code());
        Catalog.all().forEach(kind -> assertTrue(run.out().contains(kind.name() + ": " + kind.summary()), kind.name()));
    }
}
