package dev.tintype.cli;

import dev.tintype.nn.official.OfficialRestorer;
import dev.tintype.nn.official.OfficialWeights;
import dev.tintype.nn.stage.BaselineRestorer;
import dev.tintype.nn.stage.Restorer;
import dev.tintype.photo.Samples;
import dev.tintype.plan.Plan;
import dev.tintype.plan.PlanFile;
import dev.tintype.read.PhotoReader;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Restores photos.
@Command(
        name = "restore",
        description = {
            "Restore photos.",
            "Each result lies beside its photo as NAME-restored and has the same size, depth and format. Photos are"
                    + " never changed."
        },
        exitCodeList = {
            "0:every photo is restored, or was before",
            "1:some photos could not be restored; the messages say why",
            "2:the command line is wrong"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tintype restore old.jpg                        makes old-restored.jpg",
            "  tintype restore old.tif -o new.png             where and as what you like",
            "  tintype restore album -o restored              a folder and all below it",
            "  tintype restore old.jpg --mask torn.png        you say where it is torn",
            "  tintype restore 'scans/**.tif' --scratch off   noise and fading only",
            "  tintype restore group.jpg --faces off          faces like the rest of the photo",
            "  tintype restore old.jpg --preset archive       fills what is lost, no more",
            "  tintype restore old.jpg --dry-run > plan.json  what would be done, as text",
            "  tintype restore old.jpg --plan plan.json       does it",
            "",
            "A batch that was stopped goes on where it was when started again."
        })
final class RestoreCommand implements Callable<Integer> {
    private static final String NONE = "none";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "PHOTO",
            description = "Files, folders (with all that is below them) and patterns such as 'scans/*.tif'. JPEG, PNG,"
                    + " TIFF, WebP, BMP, GIF and PNM are read.")
    private List<String> photos = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PATH",
            description = "A file (.jpg, .png or .tif) for one photo, a folder for any number.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--mask",
            paramLabel = "MASK",
            description = "A picture of the photo's size, white where the photo is damaged; for one photo. Then"
                    + " nothing else is taken for damaged.")
    private Optional<Path> mask = Optional.empty();

    @Option(
            names = "--scratch",
            paramLabel = "auto|off",
            description = "Find scratches and repair them where there are some (auto, unless you say off).")
    private Scratch scratch = Scratch.AUTO;

    @Option(
            names = "--strength",
            paramLabel = "0..1",
            description = "How much of the restored photo is mixed into the original: 0 nothing, 1 all (1 unless you"
                    + " say otherwise).")
    private double strength = 1;

    @Option(
            names = "--weights",
            paramLabel = "NAME",
            description = "What the networks have learnt: a name that 'tintype weights list' shows, or a folder"
                    + " (${DEFAULT-VALUE}). 'none': only stages that have learnt nothing.")
    private String weights = WeightsShelf.STANDARD;

    @Option(names = "--hr", description = "With --weights bopbtl: the network for large photos with scratches.")
    private boolean large;

    @Mixin
    private PlanOptions plans = new PlanOptions();

    @Option(names = "--report", description = "Write beside each result a .json that says what was found and done.")
    private boolean report;

    @Option(names = "--force", description = "Replace results that exist; without it they are left and skipped.")
    private boolean force;

    RestoreCommand() {}

    @Override
    public Integer call() throws IOException {
        requireStrength();
        Optional<Path> learnt = weights.equals(NONE)
                ? Optional.empty()
                : Optional.of(WeightsShelf.ofThisProgram().find(weights));
        boolean official = learnt.map(OfficialWeights::areIn).orElse(false);
        if (large && !official) {
            throw wrong("--hr goes with the released networks only, such as --weights bopbtl");
        }
        boolean baseline = learnt.map(BaselineRestorer::isIn).orElse(false);
        if (baseline && mask.isPresent()) {
            throw wrong("--weights %s paints every pixel anew and takes no --mask".formatted(weights));
        }
        plans.complaint(learnt, official || baseline).ifPresent(this::refuse);
        PhotoArguments arguments = PhotoArguments.of(photos);
        requireOnePhoto(arguments.found().size());
        return plans.dryRun() ? show(arguments, learnt) : restore(arguments, learnt, official);
    }

    private int restore(PhotoArguments arguments, Optional<Path> learnt, boolean official) throws IOException {
        Supplier<Restorer> opening = opening(learnt, official);
        OutputNames names = OutputNames.of(arguments.found(), output);
        List<Failure> failures = new ArrayList<>(arguments.failures());
        failures.addAll(names.failures());
        Batch.Wishes wishes = new Batch.Wishes(mask, scratch == Scratch.AUTO, strength, report, force);
        try (Screen screen = Screen.of(spec.commandLine())) {
            return new Batch(opening, learnt, wishes, screen).run(names.jobs(), failures);
        }
    }

    private Supplier<Restorer> opening(Optional<Path> learnt, boolean official) throws IOException {
        if (official) {
            return () -> new OfficialRestorer(new OfficialWeights(learnt.orElseThrow()), large);
        }
        Optional<Path> baseline = learnt.filter(BaselineRestorer::isIn);
        return baseline.isPresent() ? () -> BaselineRestorer.open(baseline.get()) : plans.restorer(learnt);
    }

    /// Prints the plan that would be carried out.
    private int show(PhotoArguments arguments, Optional<Path> learnt) {
        if (output.isPresent() || report || force || strength != 1 || scratch == Scratch.OFF) {
            throw wrong(
                    "--dry-run only prints a plan; leave out --output, --report, --force, --strength and --scratch");
        }
        if (arguments.found().size() > 1) {
            throw wrong("--dry-run is for one photo, there are %d"
                    .formatted(arguments.found().size()));
        }
        for (Failure failure : arguments.failures()) {
            spec.commandLine().getErr().println(failure);
        }
        for (PhotoArguments.Found found : arguments.found()) {
            Samples samples = PhotoReader.read(found.file()).samples();
            mask.ifPresent(file -> MaskFile.read(file, samples.size()));
            Plan plan = plans.planner(learnt, mask.isPresent()).plan(samples);
            spec.commandLine().getOut().print(PlanFile.text(plan));
            spec.commandLine().getOut().flush();
        }
        return arguments.failures().isEmpty() ? 0 : Failure.EXIT_CODE;
    }

    private void requireStrength() {
        if (!(strength >= 0 && strength <= 1)) {
            throw wrong("--strength goes from 0 to 1, it was %s".formatted(strength));
        }
    }

    private void requireOnePhoto(int count) {
        if (mask.isPresent() && count > 1) {
            throw wrong("--mask is for one photo, there are %d".formatted(count));
        }
        output.filter(OutputNames::isFile).ifPresent(file -> {
            if (count > 1) {
                throw wrong("--output %s is one file for %d photos; name a folder".formatted(file, count));
            } else if (!file.toString().toLowerCase(Locale.ROOT).endsWith(PhotoWriter.extensionFor(file))) {
                throw wrong("--output %s: only .jpg, .png and .tif can be written".formatted(file));
            }
        });
        output.filter(path -> !OutputNames.isFile(path) && Files.exists(path) && !Files.isDirectory(path))
                .ifPresent(path -> {
                    throw wrong("--output %s is neither a picture nor a folder".formatted(path));
                });
    }

    private void refuse(String message) {
        throw wrong(message);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /// Whether to look for scratches.
    enum Scratch {
        AUTO,
        OFF
    }
}
