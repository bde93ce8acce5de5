package dev.tintype.cli;

import dev.tintype.train.evaluate.ClassicalBench;
import dev.tintype.train.evaluate.ClassicalBench.Picture;
import dev.tintype.train.evaluate.ClassicalTable;
import dev.tintype.train.evaluate.ClassicalTrial;
import dev.tintype.train.evaluate.ClassicalTrial.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `tintype evaluate-classical --bench DIR`.
@Command(
        name = "evaluate-classical",
        description = "Restore pictures of known damage without networks, once knowing what was done to them and once"
                + " by the diagnosis alone, and compare with the truth and with what others made of them.",
        sortOptions = false)
final class EvaluateClassicalCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--bench",
            required = true,
            paramLabel = "DIR",
            description = "Pictures with a manifest.json that says what was done to each, and a peers.csv that says"
                    + " what others made of them.")
    private Path bench;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where classical.csv, classical.md and the restored pictures go, one folder for each way.")
    private Optional<Path> output = Optional.empty();

    @Override
    public Integer call() throws IOException {
        ClassicalTrial trial = new ClassicalTrial(output);
        List<Row> rows = new ArrayList<>();
        for (Picture picture : new ClassicalBench(bench).pictures()) {
            rows.add(trial.measure(picture));
        }
        ClassicalTable table = new ClassicalTable(rows);
        if (output.isPresent()) {
            Files.createDirectories(output.get());
            Files.writeString(output.get().resolve("classical.csv"), table.csv());
            Files.writeString(output.get().resolve("classical.md"), table.markdown());
        }
        spec.commandLine().getOut().print(table.markdown());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
