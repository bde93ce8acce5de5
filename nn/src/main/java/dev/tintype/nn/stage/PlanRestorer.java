package dev.tintype.nn.stage;

import dev.tintype.nn.stage.Networks.Part;
import dev.tintype.photo.Leftovers;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.photo.Tiles;
import dev.tintype.plan.Catalog;
import dev.tintype.plan.FaceWish;
import dev.tintype.plan.Plan;
import dev.tintype.plan.Planner;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Stage;
import dev.tintype.restore.StageKind;
import dev.tintype.restore.StageRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Carries out a plan: the steps that are on, one after the other, with at least 16 bits between them.
///
/// A mask that comes with the request takes the place of what `find-scratches` would find. What the shelf has of a
/// plan that begins alike is taken up: the restored scan has the same bytes as one from the beginning.
///
/// @param networks for the steps that need them
/// @param shelf for the scan and the request that it is asked to restore, and for no others
public record PlanRestorer(Plan plan, Optional<Networks> networks, Shelf shelf) implements Restorer {
    private static final List<String> LEARNT =
            List.of(Planner.FIND_SCRATCHES, Planner.SCENE, Planner.UNFADE, Planner.FACES);
    private static final int SIDE = 768;

    public PlanRestorer {
        require(
                plan,
                networks.isPresent(),
                networks.isPresent() && networks.get().knowFaces());
    }

    /// One that begins at the beginning.
    public PlanRestorer(Plan plan, Optional<Networks> networks) {
        this(plan, networks, Shelf.NONE);
    }

    /// Refuses a plan that cannot be carried out on any photo.
    ///
    /// @param networks whether there are any
    /// @param faces whether those for faces are among them
    /// @throws IllegalArgumentException with one sentence where a stage or an option is unknown or does not fit, or
    /// where a step that is on lacks its network
    public static void require(Plan plan, boolean networks, boolean faces) {
        Mask nothing = Mask.nothing(new Size(1, 1));
        for (Plan.Step step : plan.steps()) {
            if (!LEARNT.contains(step.stage())) {
                kind(step).make(step.options(), Optional.of(nothing));
            } else if (step.stage().equals(Planner.FACES)) {
                requireFaces(step, faces);
            } else if (!step.options().isEmpty()) {
                throw new IllegalArgumentException("step %s has no options".formatted(step.stage()));
            } else if (step.on() && !networks) {
                throw new IllegalArgumentException(
                        "step %s needs what a network has learnt; name weights or switch it off"
                                .formatted(step.stage()));
            }
        }
    }

    private static void requireFaces(Plan.Step step, boolean faces) {
        FaceWish.of(step.options());
        if (step.on() && !faces) {
            throw new IllegalArgumentException(
                    "step faces needs the networks face-detector and face; name weights that hold them or switch it off");
        }
    }

    /// Whether a step that is on needs weights.
    public static boolean needsNetworks(Plan plan) {
        return plan.steps().stream().anyMatch(step -> step.on() && LEARNT.contains(step.stage()));
    }

    private static StageKind kind(Plan.Step step) {
        return Catalog.find(step.stage())
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no stage '%s'; 'tintype stages' lists them, networks are %s"
                                .formatted(step.stage(), String.join(", ", LEARNT))));
    }

    @Override
    public Restoration restore(Scan scan, Request request, Progress progress) {
        Halfway beginning =
                new Halfway(scan.samples(), request.mask(scan.samples().size()), List.of(), List.of());
        List<Plan.Step> steps = plan.steps().stream().filter(Plan.Step::on).toList();
        List<Plan.Step> spelt = steps.stream().map(PlanRestorer::spelt).toList();
        Halfway work = shelf.furthest(spelt).map(kept -> takenUp(kept, steps)).orElse(beginning);
        for (int i = work.done().size(); i < steps.size(); i++) {
            Plan.Step step = steps.get(i);
            long start = System.nanoTime();
            Progress part = progress.part(i, steps.size());
            part.at(step.stage(), 0);
            Leftovers.collect(scan.samples().size());
            Outcome outcome = run(step, work, scan, request, part);
            part.at(step.stage(), 1);
            double seconds = (System.nanoTime() - start) / 1e9;
            work = outcome.work().after(new Step(step.stage(), outcome.found(), outcome.weights(), seconds));
            shelf.keep(spelt.subList(0, i + 1), work);
        }
        Leftovers.collect(scan.samples().size());
        Samples restored = finished(scan.samples(), work, request.strength());
        return new Restoration(scan.with(restored), work.lost(), work.done(), work.faces());
    }

    /// A step that is equal to every other that does the same work.
    private static Plan.Step spelt(Plan.Step step) {
        Map<String, String> options = new TreeMap<>();
        if (step.stage().equals(Planner.FACES)) {
            options.putAll(FaceWish.of(step.options()).options());
        } else if (!LEARNT.contains(step.stage())) {
            kind(step).options().forEach(option -> options.put(option.name(), option.usual()));
            options.putAll(step.options());
        }
        return new Plan.Step(step.stage(), true, options, "");
    }

    /// What an earlier plan came to; where a step says no more than its reason, that of this plan.
    private static Halfway takenUp(Halfway kept, List<Plan.Step> steps) {
        List<Step> done = new ArrayList<>();
        for (Step step : kept.done()) {
            Plan.Step planned = steps.get(done.size());
            String found = LEARNT.contains(step.name()) ? step.found() : planned.reason();
            done.add(new Step(step.name(), found, step.weights(), step.seconds(), true));
        }
        return new Halfway(kept.samples(), kept.mask(), kept.faces(), done);
    }

    private Outcome run(Plan.Step step, Halfway work, Scan scan, Request request, Progress progress) {
        return switch (step.stage()) {
            case Planner.FIND_SCRATCHES -> search(work, request, progress);
            case Planner.SCENE -> {
                Mended photo = new Mended(work.samples(), inItsTones(work, scan), work.mask(), deblurred(work));
                boolean damaged = photo.changed() && leavesSome(work);
                yield Outcome.of(work, network().scene(photo, damaged, progress), "mapping");
            }
            case Planner.UNFADE -> Outcome.of(work, network().unfade(own(work, scan), work.lost()), "tone");
            case Planner.FACES -> {
                Mended photo = new Mended(own(work, scan), scan.samples(), work.mask(), deblurred(work));
                yield Outcome.of(work, network().faces(photo, FaceWish.of(step.options()), progress), "face");
            }
            default -> {
                Samples restored = new StageRun(kind(step), step.options())
                        .apply(
                                work.samples(),
                                work.mask(),
                                between(work.samples()),
                                share -> progress.at(step.stage(), share));
                yield Outcome.of(work, new Part(restored, step.reason()), "");
            }
        };
    }

    /// Whether a step was done that leaves some of the damage it finds.
    private boolean leavesSome(Halfway work) {
        return stages(work).anyMatch(Stage::leavesSome);
    }

    /// The scan as it came, if it still has the same tones.
    private Samples inItsTones(Halfway work, Scan scan) {
        boolean changed = done(work).anyMatch(step -> step.stage().equals(Planner.UNFADE))
                || stages(work).anyMatch(stage -> stage.phase() == Phase.TONE);
        return changed ? work.samples() : scan.samples();
    }

    private boolean deblurred(Halfway work) {
        return stages(work).anyMatch(stage -> stage.phase() == Phase.DEBLUR);
    }

    /// Those of the steps that were done that are no networks.
    private Stream<Stage> stages(Halfway work) {
        Optional<Mask> nothing = Optional.of(Mask.nothing(new Size(1, 1)));
        return done(work)
                .filter(step -> !LEARNT.contains(step.stage()))
                .map(step -> kind(step).make(step.options(), nothing));
    }

    private Stream<Plan.Step> done(Halfway work) {
        return plan.steps().stream().filter(Plan.Step::on).limit(work.done().size());
    }

    private Outcome search(Halfway work, Request request, Progress progress) {
        if (request.mask().isEmpty() && !request.findScratches()) {
            return new Outcome(work.with(work.lost()), "not searched, as you wished", "");
        }
        if (request.mask().isPresent()) {
            return new Outcome(work, lost(work), "your mask");
        }
        MarkSearch.Found found =
                network().searched(work.samples(), share -> progress.at(Planner.FIND_SCRATCHES, share));
        Halfway known = work.with(found.lost());
        return new Outcome(known, lost(known), found.weights());
    }

    private static String lost(Halfway work) {
        return String.format(
                Locale.ROOT,
                "%.2f %% of the photo is scratched, dusty or missing",
                100 * Restoration.share(work.lost()));
    }

    private Networks network() {
        return networks.orElseThrow();
    }

    /// Not the samples of the file but a copy that may be changed, in at least 16 bits.
    private static Samples own(Halfway work, Scan scan) {
        Samples samples = work.samples();
        if (samples != scan.samples()) {
            return samples;
        }
        Samples copy = new Samples(samples.size(), samples.channels(), between(samples));
        for (Tiles.Tile tile : new Tiles(samples.size(), SIDE, 0).all()) {
            copy.put(tile.core().row(), tile.core().column(), samples.photo(tile.core()));
        }
        return copy;
    }

    /// The depth of what lies between two steps.
    private static Depth between(Samples samples) {
        return samples.depth() == Depth.BITS_8 ? Depth.BITS_16 : samples.depth();
    }

    /// In the depth of the scan, and with the scan's own numbers where the plan says so.
    private Samples finished(Samples scan, Halfway work, double strength) {
        Samples result = new Samples(scan.size(), scan.channels(), scan.depth());
        for (Tiles.Tile tile : new Tiles(scan.size(), SIDE, 0).all()) {
            Photo mixed = Blend.of(scan.photo(tile.core()), work.samples().photo(tile.core()), strength);
            result.put(tile.core().row(), tile.core().column(), mixed);
        }
        if (!plan.outside()) {
            putBack(scan, work.lost(), result);
        }
        return result;
    }

    private static void putBack(Samples scan, Samples mask, Samples result) {
        for (int c = 0; c < scan.channels(); c++) {
            for (int row = 0; row < scan.size().height(); row++) {
                for (int column = 0; column < scan.size().width(); column++) {
                    if (mask.raw(0, row, column) == 0) {
                        result.put(c, row, column, scan.raw(c, row, column));
                    }
                }
            }
        }
    }

    /// What a step made, what it saw, and the weights that it used, if any.
    private record Outcome(Halfway work, String found, String weights) {
        static Outcome of(Halfway before, Part part, String weights) {
            List<Face> known = part.faces().isEmpty() ? before.faces() : part.faces();
            return new Outcome(new Halfway(part.samples(), before.mask(), known, before.done()), part.found(), weights);
        }
    }
}
