package dev.tintype.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What the networks have learnt: shows it and brings more in.
@Command(
        name = "weights",
        description = "Show what the networks have learnt, and bring more in.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {WeightsCommand.ListCommand.class, WeightsImportCommand.class})
final class WeightsCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    WeightsCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with weights, such as: tintype weights list");
    }

    /// Lists the weights that `restore` can use.
    @Command(name = "list", description = "List the weights that restore can use, with size, origin and licence.")
    static final class ListCommand implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        ListCommand() {}

        @Override
        public Integer call() throws IOException {
            WeightsShelf shelf = WeightsShelf.ofThisProgram();
            PrintWriter out = spec.commandLine().getOut();
            List<Path> all = shelf.all();
            for (Path folder : all) {
                out.printf(
                        "%s%s%n", folder.getFileName(), isStandard(folder) ? " (used unless you say otherwise)" : "");
                for (Path file : WeightsShelf.files(folder)) {
                    out.printf("  %-28s %8.1f MB%n", file.getFileName(), Files.size(file) / 1e6);
                    for (Map.Entry<String, String> line : WeightsCard.read(file).entrySet()) {
                        out.printf("    %s: %s%n", line.getKey(), line.getValue());
                    }
                }
            }
            if (all.isEmpty()) {
                out.printf("There are no weights in %s and %s.%n", shelf.shipped(), shelf.imported());
            }
            out.flush();
            return 0;
        }

        private static boolean isStandard(Path folder) {
            return folder.getFileName().toString().equals(WeightsShelf.STANDARD);
        }
    }
}
