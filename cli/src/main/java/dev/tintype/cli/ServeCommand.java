package dev.tintype.cli;

import dev.tintype.nn.UnusableWeightsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.spi.ToolProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `tintype serve`: hands the module `web` what was asked for. That module is found as the tool `tintype-serve`, since
/// its libraries are on the class path of this command alone.
@Command(
        name = "serve",
        description = {
            "Restore photos in the browser.",
            "Photos and results stay in a folder of this machine; only this machine may connect, unless you give a"
                    + " host and a token. Ctrl-C stops it; what was not finished goes on at the next start."
        },
        sortOptions = false)
final class ServeCommand implements Callable<Integer> {
    private static final String TOOL = "tintype-serve";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--port", paramLabel = "N", description = "Where it listens (${DEFAULT-VALUE}); 0: any free one.")
    private int port = 8080;

    @Option(names = "--data", paramLabel = "DIR", description = "Where photos and results lie.")
    private Path data = WeightsShelf.ofThisProgram().imported().resolveSibling("web");

    @Option(names = "--open", description = "Open the browser once it is ready.")
    private boolean open;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Listen on another address than 127.0.0.1, such as 0.0.0.0; needs --token.")
    private String host = "127.0.0.1";

    @Option(
            names = "--token",
            paramLabel = "TEXT",
            description = "What everybody who connects must know, at least 16 characters.")
    private Optional<String> token = Optional.empty();

    @Option(
            names = "--weights",
            paramLabel = "NAME",
            description = "What the networks have learnt (${DEFAULT-VALUE}); 'none': classical stages only.")
    private String weights = WeightsShelf.STANDARD;

    @Option(
            names = "--db-url",
            paramLabel = "URL",
            description = "Keep the album in PostgreSQL: jdbc:postgresql://HOST/DATABASE. Pictures stay in the folder;"
                    + " the password is read from TINTYPE_DB_PASSWORD.")
    private Optional<String> database = Optional.empty();

    @Option(names = "--db-user", paramLabel = "NAME", description = "Who PostgreSQL is to take it for ('tintype').")
    private Optional<String> databaseUser = Optional.empty();

    @Option(names = "--metrics", description = "Offer /actuator/health and /actuator/prometheus.")
    private boolean metrics;

    ServeCommand() {}

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port goes from 0 to 65535, it was %d".formatted(port));
        }
        ToolProvider tool = ToolProvider.findFirst(TOOL)
                .orElseThrow(() -> new IllegalArgumentException(
                        "serve needs libraries of its own, which ./tintype serve puts on the class path"));
        return tool.run(
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                arguments().toArray(String[]::new));
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--server.address=" + host,
                "--tintype.data=" + data.toAbsolutePath(),
                "--tintype.open=" + open,
                "--management.endpoints.access.default=" + (metrics ? "read-only" : "none")));
        token.ifPresent(text -> arguments.add("--tintype.token=" + text));
        database.ifPresent(url -> arguments.add("--tintype.db-url=" + postgres(url)));
        List<Path> others = WeightsShelf.ofThisProgram().ofOthers();
        for (int i = 0; i < others.size(); i++) {
            arguments.add("--tintype.others[%d]=%s".formatted(i, others.get(i).toAbsolutePath()));
        }
        databaseUser.ifPresent(name -> arguments.add("--tintype.db-user=" + name));
        if (!weights.equals("none")) {
            arguments.add("--tintype.weights=" + ours().toAbsolutePath());
        }
        return arguments;
    }

    private String postgres(String url) {
        if (!url.startsWith("jdbc:postgresql:")) { // not repeated: there may be a password in it
            throw new ParameterException(
                    spec.commandLine(), "--db-url must be of PostgreSQL, such as jdbc:postgresql://localhost/tintype");
        }
        return url;
    }

    /// Plans are for our own networks.
    private Path ours() {
        Path folder = WeightsShelf.ofThisProgram().find(weights);
        if (!Files.isRegularFile(folder.resolve("scratch-detector.safetensors"))) {
            throw new UnusableWeightsException(
                    "%s holds no networks that follow plans; serve needs some like tintype-s".formatted(folder));
        }
        return folder;
    }
}
