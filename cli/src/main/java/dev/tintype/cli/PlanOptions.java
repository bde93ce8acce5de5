package dev.tintype.cli;

import dev.tintype.nn.stage.Faces;
import dev.tintype.nn.stage.Networks;
import dev.tintype.nn.stage.PlanRestorer;
import dev.tintype.nn.stage.PresetRestorer;
import dev.tintype.nn.stage.Restorer;
import dev.tintype.plan.FaceWish;
import dev.tintype.plan.Plan;
import dev.tintype.plan.PlanFile;
import dev.tintype.plan.Planner;
import dev.tintype.plan.Preset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that let a plan say what is done.
final class PlanOptions {
    private static final String FOREIGN = "faces go with our own networks, such as --weights tintype-s";

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "Do what a saved plan says, such as one that --dry-run printed. The same photo and the same"
                    + " plan give the same result.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--preset",
            paramLabel = "archive|family|sequential",
            description = "What the plan that is made for each photo is to be. family, unless you say otherwise: fills"
                    + " what is lost, takes out noise, blur and fading. archive: fills what is lost and keeps every"
                    + " other sample bit for bit. sequential: one classical stage after the other, with a network for"
                    + " finding scratches only.")
    private Optional<Preset> preset = Optional.empty();

    @Option(
            names = "--dry-run",
            description = "Print the plan for one photo as JSON that --plan takes, and do nothing else; that of family"
                    + " unless you name another preset.")
    private boolean dryRun;

    @Mixin
    private FaceWishes faces = new FaceWishes();

    PlanOptions() {}

    boolean dryRun() {
        return dryRun;
    }

    private Preset preset() {
        return preset.orElse(Preset.FAMILY);
    }

    /// Makes plans as these options say.
    ///
    /// @param weights the folder of what the networks have learnt, if they may be used
    /// @param mask whether somebody says what is lost
    Planner planner(Optional<Path> weights, boolean mask) {
        boolean able = weights.filter(folder -> Faces.lack(folder).isEmpty()).isPresent();
        return new Planner(preset(), weights.isPresent(), mask, able ? faces.wish() : Optional.empty());
    }

    /// What is wrong with these options, in a sentence.
    ///
    /// @param weights the folder of what the networks have learnt, if they may be used
    /// @param foreign whether the weights are those of networks that plans do not know
    Optional<String> complaint(Optional<Path> weights, boolean foreign) {
        if (file.isPresent() && (preset.isPresent() || dryRun)) {
            return Optional.of("--plan says what is done already; leave out --preset and --dry-run");
        }
        boolean asked = file.isPresent() || preset.isPresent() || dryRun;
        if (asked && foreign) {
            return Optional.of("plans go with our own networks, such as --weights tintype-s, or with --weights none");
        }
        return complaintAboutFaces(weights, foreign);
    }

    private Optional<String> complaintAboutFaces(Optional<Path> weights, boolean foreign) {
        Optional<FaceWish> wish;
        try {
            wish = faces.wish();
        } catch (IllegalArgumentException e) {
            return Optional.ofNullable(e.getMessage());
        }
        if (faces.detector().isPresent() && (weights.isEmpty() || foreign)) {
            return Optional.of(FOREIGN);
        }
        if (!faces.asked() || wish.isEmpty()) {
            return Optional.empty();
        }
        if (file.isPresent()) {
            return Optional.of("--plan says what is done already; leave out --faces and --face");
        }
        if (preset() != Preset.FAMILY) {
            return Optional.of("only the preset family refines faces; leave out --faces and --face");
        }
        return weights.isEmpty() || foreign ? Optional.of(FOREIGN) : weights.flatMap(Faces::lack);
    }

    /// Opens what carries out the plan, or a plan for each photo; a plan that cannot be carried out is refused at once.
    ///
    /// @param weights the folder of what the networks have learnt, if they may be used
    Supplier<Restorer> restorer(Optional<Path> weights) throws IOException {
        if (file.isEmpty()) {
            return () -> new PresetRestorer(preset(), weights.map(this::open), faces.wish());
        }
        Plan plan = PlanFile.parse(new String(Files.readAllBytes(file.get()), StandardCharsets.UTF_8));
        boolean able = weights.filter(folder -> Faces.lack(folder).isEmpty()).isPresent();
        PlanRestorer.require(plan, weights.isPresent(), able);
        Optional<Path> needed = weights.filter(_ -> PlanRestorer.needsNetworks(plan));
        return () -> new PlanRestorer(plan, needed.map(this::open));
    }

    private Networks open(Path weights) {
        return Networks.open(weights, faces.detector());
    }
}
