package dev.tintype.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `tintype bundle-training DIR`.
@Command(
        name = "bundle-training",
        description =
                "Make a folder that trains on another machine of this kind, without installing anything and without"
                        + " network: Java, the program, your data, and a start script.",
        sortOptions = false,
        footer = {
            "",
            "  tintype bundle-training bundle --data MY_PHOTOS --data DAMAGE_SHAPES",
            "  tar c bundle | split -b 60m - bundle.tar.       in pieces; there: cat bundle.tar.* | tar x",
            "  bundle/train pix2pix --photos bundle/data/MY_PHOTOS -o run    on the other machine",
            "",
            "A run goes on elsewhere from its checkpoint: copy the folder of the run, and give --resume."
        })
final class BundleTrainingCommand implements Callable<Integer> {
    private static final String MODULES = "java.se,jdk.unsupported";
    private static final String GRAPHICS = "-gpu.jar"; // how the engines for graphics cards end

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A folder that is not there yet, or empty.")
    private Path folder;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description = "A folder of photos or a weights file, which goes to DIR/data under its name; repeatable.")
    private List<Path> data = List.of();

    @Option(
            names = "--jars",
            paramLabel = "DIR",
            description = "More jars, which come first, such as the engine for graphics cards (a pytorch ... -gpu.jar,"
                    + " which takes the place of the usual one) and the libraries that it needs.")
    private Optional<Path> jars = Optional.empty();

    @Override
    public Integer call() throws IOException {
        require();
        PrintWriter out = spec.commandLine().getOut();
        Path lib = Files.createDirectories(folder.resolve("lib"));
        link(folder.resolve("jre"));
        List<String> order = new ArrayList<>();
        for (Path part : parts()) {
            String name = Files.isDirectory(part) ? "classes-" + order.size() : name(part);
            copy(part, lib.resolve(name));
            order.add(name);
        }
        Files.writeString(lib.resolve("order"), String.join("\n", order) + "\n");
        for (Path path : data) {
            copy(path, folder.resolve("data").resolve(name(path)));
        }
        Path scripts = Path.of(System.getProperty("tintype.home", "."), ".launch");
        copy(scripts.resolve("environment.sh"), folder.resolve("environment.sh"));
        Path start = folder.resolve("train");
        copy(scripts.resolve("train.sh"), start);
        if (!start.toFile().setExecutable(true)) {
            throw new IOException("%s cannot be made executable".formatted(start));
        }
        out.printf("Start it on the other machine with %s/train NETWORK --photos ... -o RUN%n", folder.getFileName());
        out.flush();
        return 0;
    }

    private void require() throws IOException {
        if (Files.exists(folder) && !(Files.isDirectory(folder) && isEmpty(folder))) {
            throw wrong("%s is there already; name a folder that is not".formatted(folder));
        }
        for (Path path : data) {
            if (!Files.exists(path)) {
                throw wrong("--data %s is not there".formatted(path));
            }
        }
        if (data.stream().map(BundleTrainingCommand::name).distinct().count() < data.size()) {
            throw wrong("two of --data have the same name; rename one, since both go to DIR/data");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /// A Java without compiler and documentation.
    private void link(Path jre) throws IOException {
        ToolProvider jlink = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new IOException("the JDK that runs Tintype has no jlink"));
        int code = jlink.run(
                spec.commandLine().getOut(),
                spec.commandLine().getErr(),
                "--add-modules",
                MODULES,
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                jre.toString());
        if (code != 0) {
            throw new IOException("jlink could not make %s".formatted(jre));
        }
    }

    /// The jars of the program in their order, further ones before them.
    private List<Path> parts() throws IOException {
        List<Path> parts = new ArrayList<>();
        if (jars.isPresent()) {
            try (Stream<Path> files = Files.list(jars.get())) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(parts::add);
            }
        }
        boolean graphics = parts.stream().anyMatch(BundleTrainingCommand::isEngineForGraphics);
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path part = Path.of(entry);
            boolean replaced = graphics && name(part).matches("pytorch-.*-(linux|macosx|windows)-[^-]*\\.jar");
            if (Files.exists(part) && !replaced) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static boolean isEngineForGraphics(Path jar) {
        return name(jar).startsWith("pytorch-") && name(jar).endsWith(GRAPHICS);
    }

    private static String name(Path path) {
        return path.toAbsolutePath().normalize().getFileName().toString();
    }

    /// Copies a file, or a folder with all that is below it.
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.toAbsolutePath().getParent());
                    Files.copy(path, target);
                }
            }
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
