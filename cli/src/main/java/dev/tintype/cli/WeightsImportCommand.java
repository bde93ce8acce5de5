package dev.tintype.cli;

import dev.tintype.nn.official.checkpoint.CheckpointImport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Brings the released networks in.
@Command(
        name = "import",
        description = {
            "Import the released checkpoints of \"Bringing Old Photos Back to Life\".",
            "They become safetensors files under the name bopbtl; nothing in them is run. Then: tintype restore PHOTO"
                    + " --weights bopbtl"
        })
final class WeightsImportCommand implements Callable<Integer> {
    private static final String NAME = "bopbtl";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR_OR_ZIP",
            description = "The unpacked release, or its files global_checkpoints.zip and face_checkpoints.zip.")
    private List<Path> releases = new ArrayList<>();

    WeightsImportCommand() {}

    @Override
    public Integer call() throws IOException {
        Path target = WeightsShelf.ofThisProgram().imported().resolve(NAME);
        PrintWriter out = spec.commandLine().getOut();
        for (Path release : releases) {
            if (!Files.exists(release)) {
                spec.commandLine().getErr().printf("tintype: %s is not there%n", release);
                return Failure.EXIT_CODE;
            }
            CheckpointImport.Result result = CheckpointImport.ofRelease().apply(release, target);
            result.written().forEach(file -> out.printf("imported %s%n", file));
            result.absent().forEach(file -> out.printf("not in %s: %s%n", release, file));
        }
        out.flush();
        return 0;
    }
}
