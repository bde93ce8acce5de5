package dev.tintype.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The program: takes the command line apart and hands it to a subcommand. Start reading here.
@Command(
        name = "tintype",
        description = "Restores old photos: takes away scratches, stains, noise and blur, and keeps the rest.",
        versionProvider = Version.class,
        subcommands = {
            RestoreCommand.class,
            ServeCommand.class,
            WeightsCommand.class,
            TrainCommand.class,
            StagesCommand.class,
            DiagnoseCommand.class,
            FacesCommand.class,
            EvaluateCommand.class,
            CompareDeblurCommand.class,
            EvaluateDiagnosisCommand.class,
            EvaluateClassicalCommand.class,
            EvaluateFacesCommand.class,
            FitNiqeCommand.class,
            EvaluateLatentsCommand.class,
            BundleTrainingCommand.class,
            CompletionCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeList = {
            "0:all done",
            "1:some photos could not be restored; the messages say why",
            "2:the command line is wrong",
            "3:there is no JDK or Maven to build and start with"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tintype restore old.jpg                 makes old-restored.jpg",
            "  tintype restore album -o restored       a folder with all that is below it",
            "  tintype restore 'scans/*.tif' --report  writes beside each what was done",
            "  tintype restore --help                  all that restore can do",
            "",
            "Environment:",
            "  TINTYPE_HEAP        memory for photos, such as 6g",
            "  TINTYPE_JAVA_HOME   the JDK to run with (found otherwise)",
            "  TINTYPE_TRACE=1     says where in the program an error was, for a report"
        })
public final class Tintype {
    private Tintype() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /// The whole command line, ready to execute.
    static CommandLine commandLine() {
        CommandLine command = new CommandLine(new Tintype());
        command.addSubcommand(ApplyCommand.commandLine());
        layOut(command);
        command.addSubcommand(new CommandLine.HelpCommand());
        return command.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Tintype::explain)
                .setExecutionExceptionHandler((failure, failed, _) -> {
                    failed.getErr().println("tintype: " + Failure.sentence(failure));
                    return Failure.EXIT_CODE;
                });
    }

    /// Gives a command and all below it the same help.
    private static void layOut(CommandLine command) {
        command.getCommandSpec().mixinStandardHelpOptions(true);
        command.getCommandSpec().versionProvider(new Version());
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.descriptionHeading("%n")
                .parameterListHeading("%nArguments:%n")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n")
                .exitCodeListHeading(usage.exitCodeList().isEmpty() ? "" : "%nExit codes:%n")
                .sortOptions(false)
                .abbreviateSynopsis(true);
        command.getSubcommands().values().forEach(Tintype::layOut);
    }

    private static int explain(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        if (arguments.length == 0) {
            command.usage(command.getErr());
            return CommandLine.ExitCode.USAGE;
        }
        command.getErr().println("tintype: " + failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, command.getErr());
        command.getErr().printf("Try: %s --help%n", command.getCommandSpec().qualifiedName());
        return CommandLine.ExitCode.USAGE;
    }
}
