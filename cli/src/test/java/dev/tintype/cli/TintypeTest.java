package dev.tintype.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TintypeTest extends CommandLineTest {
    @Test
    void helpShowsEveryCommandExamplesAndExitCodes() {
        Run run = run("--help");
        assertEquals(0, run.code());
        for (String command : Tintype.commandLine().getSubcommands().keySet()) {
            assertTrue(run.out().contains("\n  " + command), () -> command + " is not in " + run.out());
        }
        assertTrue(run.out().contains("Examples:"), run::out);
        assertTrue(run.out().contains("Exit codes:"), run::out);
    }

    @Test
    void everyCommandHasHelpInEightyColumns() {
        for (CommandLine command : Tintype.commandLine().getSubcommands().values()) {
            Run run = run(command.getCommandName(), "--help");
            assertEquals(0, run.code(), command.getCommandName());
            List<String> wide =
                    run.out().lines().filter(line -> line.length() > 80).toList();
            assertEquals(List.of(), wide, command.getCommandName());
        }
    }

    @Test
    void sayingNothingShowsTheHelp() {
        Run run = run();
        assertEquals(2, run.code());
        assertTrue(run.err().contains("Usage: tintype"), run::err);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wieghts", "--verbos", "restore", "weights"})
    void wrongUsageSaysSoInTwoLines(String argument) {
        Run run = run(argument);
        assertEquals(2, run.code());
        assertTrue(run.err().startsWith("tintype: "), run::err);
        assertTrue(run.err().lines().count() <= 4, run::err);
    }

    @Test
    void versionNamesLibtorchAndJava() {
        assertTrue(run("--version").out().matches("(?s)tintype \\S+\\s+libtorch \\d+\\.\\d+\\.\\d+\\s+Java \\d+.*"));
    }

    @Test
    void completionKnowsTheOptions() {
        Run run = run("completion");
        assertEquals(0, run.code());
        assertTrue(run.out().contains("--strength"), "no --strength in the script");
    }
}
