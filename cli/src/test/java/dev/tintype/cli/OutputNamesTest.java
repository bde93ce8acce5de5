package dev.tintype.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.cli.OutputNames.Job;
import dev.tintype.cli.PhotoArguments.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputNamesTest {
    @TempDir
    Path folder;

    @Test
    void namesAResultAfterItsPhoto() {
        assertEquals(
                List.of(
                        "x/a-restored.jpg",
                        "x/b-restored.tiff",
                        "x/c-restored.png",
                        "x/d.e-restored.png",
                        "x/f-restored.png"),
                results(Optional.empty(), "x/a.jpg", "x/b.TIFF", "x/c.webp", "x/d.e.png", "x/f"));
    }

    @Test
    void keepsTheTreeInAnOutputFolder() {
        OutputNames names = OutputNames.of(
                List.of(new Found(Path.of("album/x/a.jpg"), Path.of("x/a.jpg"))), Optional.of(Path.of("out")));
        assertEquals(Path.of("out/x/a-restored.jpg"), names.jobs().getFirst().result());
    }

    @Test
    void refusesTheSecondOfTwoPhotosWithOneResult() {
        List<Found> photos = List.of(found("x/a.jpg"), found("y/a.jpg"));
        OutputNames names = OutputNames.of(photos, Optional.of(Path.of("out")));
        assertEquals(1, names.jobs().size());
        assertEquals(
                "y/a.jpg: its result would be out/a-restored.jpg, as that of x/a.jpg; rename one of them",
                names.failures().getFirst().toString());
    }

    @Test
    void refusesAResultThatIsAnInput() throws IOException {
        Path a = Files.writeString(folder.resolve("a.png"), "");
        Path b = Files.writeString(folder.resolve("a-restored.png"), "");
        OutputNames names =
                OutputNames.of(List.of(new Found(a, a.getFileName()), new Found(b, b.getFileName())), Optional.empty());
        assertEquals(List.of(b), names.jobs().stream().map(Job::photo).toList());
        assertTrue(names.failures().getFirst().toString().contains("would replace the photo"));
    }

    @Test
    void putsTheReportBesideTheResult() {
        assertEquals(Path.of("x/a-restored.json"), new Job(Path.of("x/a.jpg"), Path.of("x/a-restored.jpg")).report());
    }

    private static List<String> results(Optional<Path> output, String... photos) {
        return OutputNames.of(Stream.of(photos).map(OutputNamesTest::found).toList(), output).jobs().stream()
                .map(job -> job.result().toString())
                .toList();
    }

    private static Found found(String photo) {
        return new Found(Path.of(photo), Path.of(photo).getFileName());
    }
}
