package dev.tintype.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Prints what a shell needs to complete our command line.
@Command(
        name = "completion",
        description = "Print a script that completes tintype's commands and options in bash and zsh.",
        footerHeading = "%nTo switch it on:%n",
        footer = {
            "  bash:  tintype completion > ~/.local/share/bash-completion/completions/tintype",
            "  zsh:   echo 'source <(tintype completion)' >> ~/.zshrc"
        })
final class CompletionCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    CompletionCommand() {}

    @Override
    public void run() {
        CommandLine root = spec.root().commandLine();
        root.getOut().print(AutoComplete.bash(root.getCommandName(), root));
        root.getOut().flush();
    }
}
