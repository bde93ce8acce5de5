package dev.tintype.cli;

import dev.tintype.plan.Catalog;
import dev.tintype.restore.StageKind;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `tintype stages`.
@Command(
        name = "stages",
        description = "List every stage that a plan or 'tintype apply' can run, with its options and its source.")
final class StagesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    StagesCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (StageKind kind : Catalog.all()) {
            out.printf("%s: %s (%s)%n", kind.name(), kind.summary(), kind.source());
            if (kind.needsMask()) {
                out.println("  --mask=PICTURE, white where the photo is lost");
            }
            for (StageKind.Option option : kind.options()) {
                String usual = option.usual().isEmpty() ? "" : "; usually " + option.usual();
                out.printf("  --%s: %s; %s%s%n", option.name(), option.text(), option.values(), usual);
            }
        }
        return 0;
    }
}
