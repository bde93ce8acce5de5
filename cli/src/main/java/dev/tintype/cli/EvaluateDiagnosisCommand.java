package dev.tintype.cli;

import dev.tintype.train.evaluate.ConfusionTable;
import dev.tintype.train.evaluate.DiagnosisTrial;
import dev.tintype.train.evaluate.WholePhotos;
import dev.tintype.train.synthesize.KnownDamage;
import dev.tintype.train.synthesize.PhotoLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `tintype evaluate-diagnosis --photos DIR`.
@Command(
        name = "evaluate-diagnosis",
        description = "Damage sound photos in known ways, diagnose them, and count how often the diagnosis is right.",
        sortOptions = false)
final class EvaluateDiagnosisCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--photos", required = true, paramLabel = "DIR", description = "Sound photos; repeatable.")
    private List<Path> photos;

    @Option(names = "--count", defaultValue = "1020", description = "Damaged photos. Default: ${DEFAULT-VALUE}")
    private int count;

    @Option(names = "--side", defaultValue = "320", description = "Their side in pixels. Default: ${DEFAULT-VALUE}")
    private int side;

    @Option(names = "--seed", defaultValue = "1", description = "Makes other damage. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--whole", description = "Also diagnose the photos as they are, whole, and say what is found.")
    private boolean whole;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "Where verdicts.csv and confusion.md go, and whole.csv.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        PhotoLibrary library = PhotoLibrary.read(photos);
        library.skipped().forEach(line -> spec.commandLine().getErr().println(line));
        ConfusionTable table =
                new ConfusionTable(new DiagnosisTrial(new KnownDamage(library, side), count, seed).run());
        Files.createDirectories(output);
        Files.writeString(output.resolve("verdicts.csv"), table.csv());
        String text = table.markdown();
        if (whole) {
            WholePhotos found = WholePhotos.of(files());
            Files.writeString(output.resolve("whole.csv"), found.csv());
            text += found.markdown();
        }
        Files.writeString(output.resolve("confusion.md"), text);
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private List<Path> files() throws IOException {
        List<String> names = photos.stream().map(Path::toString).toList();
        return PhotoArguments.of(names).found().stream()
                .map(PhotoArguments.Found::file)
                .toList();
    }
}
