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
