package dev.tintype.cli;

import dev.tintype.cli.Batch.Wishes;
import dev.tintype.damage.Psf;
import dev.tintype.nn.stage.Restorer;
import dev.tintype.nn.stage.StageRestorer;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.photo.UnreadablePhotoException;
import dev.tintype.plan.Catalog;
import dev.tintype.restore.StageKind;
import dev.tintype.restore.StageRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `tintype apply STAGE`: a subcommand for each stage of the catalogue, with the stage's own options.
@Command(
        name = "apply",
        description = "Run one stage on photos: 'tintype apply wiener --help' says what can be set.",
        synopsisSubcommandLabel = "STAGE",
        subcommandsRepeatable = false)
final class ApplyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private ApplyCommand() {}

    /// The command with a subcommand for each stage.
    static CommandLine commandLine() {
        CommandLine command = new CommandLine(new ApplyCommand());
        for (StageKind kind : Catalog.all()) {
            command.addSubcommand(kind.name(), One.commandLine(kind));
        }
        return command;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "which stage? 'tintype stages' lists them");
    }

    /// `apply` of one stage.
    @Command
    static final class One implements Callable<Integer> {
        private static final String A_POINT = "motion:1:0";

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(arity = "1..*", paramLabel = "PHOTO", description = "Files, folders and patterns.")
        private List<String> photos = new ArrayList<>();

        @Option(
                names = {"-o", "--output"},
                paramLabel = "PATH",
                description = "A file (.jpg, .png or .tif) for one photo, a folder for any number.")
        private Optional<Path> output = Optional.empty();

        @Option(
                names = "--mask",
                paramLabel = "MASK",
                description = "A picture of the photo's size, white where the photo is lost.")
        private Optional<Path> mask = Optional.empty();

        @Option(names = "--report", description = "Write beside each result a .json that says what was done.")
        private boolean report;

        @Option(names = "--force", description = "Replace results that exist; without it they are left and skipped.")
        private boolean force;

        private final StageKind kind;

        private One(StageKind kind) {
            this.kind = kind;
        }

        static CommandLine commandLine(StageKind kind) {
            CommandSpec spec = CommandSpec.forAnnotatedObject(new One(kind));
            spec.usageMessage().description("The stage " + kind.name() + " " + kind.summary() + ".", kind.source());
            for (StageKind.Option option : kind.options()) {
                OptionSpec.Builder builder = OptionSpec.builder("--" + option.name())
                        .type(String.class)
                        .paramLabel("VALUE")
                        .description(option.text() + "; " + values(option));
                if (option.usual().isEmpty()) {
                    builder.required(true);
                } else {
                    builder.defaultValue(option.usual()).showDefaultValue(CommandLine.Help.Visibility.ALWAYS);
                }
                spec.addOption(builder.build());
            }
            return new CommandLine(spec);
        }

        private static boolean isPsf(StageKind.Option option) {
            return option.values().equals(Psf.FORMS);
        }

        private static String values(StageKind.Option option) {
            return isPsf(option)
                    ? "%s; or '%s', found in each shaken photo".formatted(PsfArgument.FORMS, ShakeRestorer.NAME)
                    : option.values();
        }

        @Override
        public Integer call() {
            Restorer restorer = restorer();
            PhotoArguments arguments = PhotoArguments.of(photos);
            OutputNames names = OutputNames.of(arguments.found(), output);
            List<Failure> failures = new ArrayList<>(arguments.failures());
            failures.addAll(names.failures());
            if (kind.needsMask() && mask.isEmpty()) {
                throw wrong("stage %s must be told what is lost: give it --mask".formatted(kind.name()));
            }
            Wishes wishes = new Wishes(mask, false, 1, report, force);
            try (Screen screen = Screen.of(spec.commandLine())) {
                return new Batch(() -> restorer, Optional.empty(), wishes, screen).run(names.jobs(), failures);
            }
        }

        /// What is to be done; refused here if it is wrong rather than once for each photo.
        private Restorer restorer() {
            Map<String, String> given = new LinkedHashMap<>();
            boolean refined = false;
            for (StageKind.Option option : kind.options()) {
                String value = spec.findOption("--" + option.name()).getValue();
                boolean refine = isPsf(option) && value.equals(ShakeRestorer.NAME);
                refined |= refine;
                given.put(option.name(), refine ? A_POINT : isPsf(option) ? psf(value) : value);
            }
            try {
                kind.make(given, Optional.of(new Mask(Plane.of(new Size(1, 1), (_, _) -> 0))));
            } catch (IllegalArgumentException e) {
                throw wrong(Failure.sentence(e));
            }
            return refined ? new ShakeRestorer(kind, given) : new StageRestorer(new StageRun(kind, given));
        }

        private String psf(String said) {
            try {
                return PsfArgument.text(said);
            } catch (IllegalArgumentException | UnreadablePhotoException e) {
                throw wrong("--psf: " + Failure.sentence(e));
            }
        }

        private ParameterException wrong(String message) {
            return new ParameterException(spec.commandLine(), message);
        }
    }
}
