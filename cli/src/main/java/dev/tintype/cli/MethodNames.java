package dev.tintype.cli;

import dev.tintype.damage.Psf;
import dev.tintype.nn.stage.Networks;
import dev.tintype.nn.stage.PlanRestorer;
import dev.tintype.nn.stage.PresetRestorer;
import dev.tintype.nn.stage.Restorer;
import dev.tintype.nn.stage.StageRestorer;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.plan.Catalog;
import dev.tintype.plan.Plan;
import dev.tintype.plan.Planner;
import dev.tintype.plan.Preset;
import dev.tintype.restore.StageKind;
import dev.tintype.restore.StageRun;
import dev.tintype.train.compare.Method;
import dev.tintype.train.compare.Method.Opening;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The methods that `evaluate --methods` knows: those of the list below, every stage of the catalogue with its options,
/// such as `wiener:psf=motion:15:30,noise=0.01`, and folders of weights.
///
/// @param shelf where weights are
/// @param allMasked whether it is known of every photo what is lost
record MethodNames(WeightsShelf shelf, boolean allMasked) {
    private static final List<Named> NAMED = List.of(
            new Named("input", "The damaged photo as it is.", _ -> () -> (scan, _, _) -> unchanged(scan)),
            new Named(
                    "classical",
                    "What tintype restore --weights none does: it diagnoses, plans and restores without networks.",
                    _ -> () -> new PresetRestorer(Preset.FAMILY, Optional.empty())),
            learnt("tintype-s", "What tintype restore does, with the weights that come with it."),
            new Named(
                    "sequential",
                    "What tintype restore --preset sequential does: our detector, then classical stages one by one.",
                    shelf -> {
                        Path folder = shelf.find(WeightsShelf.STANDARD);
                        return () -> new PresetRestorer(Preset.SEQUENTIAL, Optional.of(Networks.open(folder)));
                    }),
            learnt("pix2pix", "Isola et al. 2017, doi:10.1109/CVPR.2017.632, trained as ours."),
            learnt("cyclegan", "Zhu et al. 2017, doi:10.1109/ICCV.2017.244, trained as ours."),
            learnt("bopbtl", "The released networks of Wan et al. 2020, doi:10.1109/CVPR42600.2020.00282."));

    /// What a method may be that has no name of its own.
    static final String OTHERS = "a folder of weights, or a stage that 'tintype stages' lists, with options as in"
            + " wiener:psf=motion:15:30,noise=0.01";

    /// The names, for the help and for completion.
    static final class Names implements Iterable<String> {
        Names() {}

        @Override
        public Iterator<String> iterator() {
            return NAMED.stream().map(Named::name).iterator();
        }
    }

    /// A method that has a name of its own.
    ///
    /// @param opening looks for weights at once, and opens them later
    private record Named(String name, String summary, Function<WeightsShelf, Opening> opening) {}

    /// A method whose weights have its name.
    private static Named learnt(String name, String summary) {
        return new Named(name, summary, shelf -> {
            Path folder = shelf.find(name);
            return () -> WeightsShelf.restorer(folder);
        });
    }

    private static Restorer.Restoration unchanged(Scan scan) {
        return new Restorer.Restoration(scan, new Samples(scan.samples().size(), 1, Depth.BITS_8), List.of());
    }

    /// The methods of a text, separated by commas.
    ///
    /// @throws IllegalArgumentException with one sentence where one is unknown or an option does not fit
    List<Method> parse(String text) {
        return Arrays.stream(text.split(",(?![A-Za-z-]+=|[-+]?\\.?[0-9])", -1))
                .map(String::strip)
                .filter(method -> !method.isEmpty())
                .distinct()
                .map(this::method)
                .toList();
    }

    private Method method(String text) {
        Optional<Named> named =
                NAMED.stream().filter(one -> one.name().equals(text)).findFirst();
        if (named.isPresent()) {
            return new Method(
                    text, named.get().summary(), false, named.get().opening().apply(shelf));
        }
        String[] parts = text.split(":", 2);
        Optional<StageKind> kind = Catalog.find(parts[0]);
        if (kind.isPresent()) {
            return stage(text, kind.get(), options(kind.get(), parts.length == 1 ? "" : parts[1]));
        }
        if (shelf.holds(text)) {
            Path folder = shelf.find(text);
            return new Method(
                    text,
                    "What tintype restore --weights %s does.".formatted(text),
                    false,
                    () -> WeightsShelf.restorer(folder));
        }
        throw new IllegalArgumentException(
                "there is no method '%s'; there are %s, %s".formatted(text, String.join(", ", new Names()), OTHERS));
    }

    private Method stage(String text, StageKind kind, Map<String, String> options) {
        kind.make(options, Optional.of(new Mask(Plane.of(new Size(1, 1), (_, _) -> 0))));
        StageRun run = new StageRun(kind, options);
        String summary = "The stage %s: %s (%s)%s"
                .formatted(
                        kind.name(),
                        kind.summary(),
                        kind.source(),
                        !kind.needsMask()
                                ? "."
                                : ", under the mask or, where there is none, under what the scratch detector finds.");
        if (!kind.needsMask() || allMasked) {
            return new Method(text, summary, kind.needsMask(), () -> new StageRestorer(run));
        }
        Path folder = shelf.find(WeightsShelf.STANDARD);
        Plan plan = new Plan(
                List.of(
                        new Plan.Step(Planner.FIND_SCRATCHES, true, Map.of(), ""),
                        new Plan.Step(kind.name(), true, options, "")),
                true);
        return new Method(text, summary, true, () -> new PlanRestorer(plan, Optional.of(Networks.open(folder))));
    }

    private static Map<String, String> options(StageKind kind, String text) {
        if (text.isEmpty()) {
            return Map.of();
        }
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : text.split(",(?=[A-Za-z-]+=)", -1)) {
            String[] sides = option.split("=", 2);
            if (sides.length == 1) {
                throw new IllegalArgumentException("stage %s: options are NAME=VALUE with commas, not '%s'; it has %s"
                        .formatted(
                                kind.name(),
                                option,
                                kind.options().stream()
                                        .map(StageKind.Option::name)
                                        .collect(Collectors.joining(", "))));
            }
            options.put(sides[0], isPsf(kind, sides[0]) ? PsfArgument.text(sides[1]) : sides[1]);
        }
        return options;
    }

    private static boolean isPsf(StageKind kind, String name) {
        return kind.options().stream()
                .anyMatch(
                        option -> option.name().equals(name) && option.values().equals(Psf.FORMS));
    }
}
