package dev.tintype.cli;

import dev.tintype.measure.NaturalScenes;
import dev.tintype.photo.Photo;
import dev.tintype.read.PhotoReader;
import dev.tintype.write.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `tintype fit-niqe --photos DIR -o FILE`.
@Command(
        name = "fit-niqe",
        description = "Fit what NIQE takes for a sound photo. The file that comes with Tintype was made so.",
        sortOptions = false)
final class FitNiqeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--photos", required = true, paramLabel = "DIR", description = "Sound photos; repeatable.")
    private List<String> photos = List.of();

    @Option(
            names = "--origin",
            required = true,
            paramLabel = "TEXT",
            description = "Where the photos come from, for the card in the file.")
    private String origin = "";

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Where the model goes, as JSON.")
    private Path output = Path.of("");

    FitNiqeCommand() {}

    @Override
    public Integer call() throws IOException {
        PhotoArguments arguments = PhotoArguments.of(photos);
        arguments.failures().forEach(failure -> spec.commandLine().getErr().println(failure));
        List<Supplier<Photo>> all = arguments.found().stream()
                .<Supplier<Photo>>map(
                        found -> () -> PhotoReader.read(found.file()).samples().photo())
                .toList();
        NaturalScenes scenes = NaturalScenes.fit(all, origin);
        AtomicFile.write(output, true, file -> Files.writeString(file, scenes.text()));
        spec.commandLine().getOut().println(scenes.card());
        spec.commandLine().getOut().flush();
        return arguments.failures().isEmpty() ? 0 : Failure.EXIT_CODE;
    }
}
