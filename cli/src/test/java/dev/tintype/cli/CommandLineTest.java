package dev.tintype.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What the tests of commands share: they run the program as a user does, on real files.
abstract class CommandLineTest {
    @TempDir
    static Path learnt;

    @TempDir
    Path folder;

    @BeforeAll
    static void learnNothing() throws IOException {
        UntrainedWeights.write(learnt);
    }

    /// Runs the program.
    static Run run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Tintype.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = command.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
        Run run = new Run(code, out.toString(), err.toString());
        assertFalse(run.err().contains("\tat "), run::err); // never a stack trace
        return run;
    }

    /// Restores with weights that have learnt nothing.
    static Run restore(Object... arguments) {
        return run(Stream.concat(Stream.of("restore", "--weights", learnt), Stream.of(arguments))
                .toArray());
    }

    /// Writes a small photo.
    Path photo(String name) throws IOException {
        return photo(name, new Size(40, 30), 3, Depth.BITS_8);
    }

    Path photo(String name, Size size, int channels, Depth depth) throws IOException {
        Samples samples = new Samples(size, channels, depth);
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                for (int channel = 0; channel < channels; channel++) {
                    float share = (row + column + 7f * channel) / (size.height() + size.width() + 21);
                    samples.put(channel, row, column, Math.round(share * depth.white()));
                }
            }
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        PhotoWriter.write(new Scan(samples, Optional.empty(), Metadata.NONE), file, false);
        return file;
    }

    /// Writes a file that is no photo, whatever its name says.
    Path broken(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "this is not a photo");
    }

    /// All files below the folder, by their paths in it, sorted.
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /// How a run ended and what it said.
    record Run(int code, String out, String err) {}
}
