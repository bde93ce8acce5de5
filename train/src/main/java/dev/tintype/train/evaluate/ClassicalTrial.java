package dev.tintype.train.evaluate;

import dev.tintype.damage.Degradation;
import dev.tintype.diagnose.Diagnosis;
import dev.tintype.diagnose.Finding;
import dev.tintype.nn.stage.PlanRestorer;
import dev.tintype.nn.stage.Restorer.Progress;
import dev.tintype.nn.stage.Restorer.Request;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Scan;
import dev.tintype.plan.Plan;
import dev.tintype.plan.Plan.Step;
import dev.tintype.plan.Planner;
import dev.tintype.plan.Preset;
import dev.tintype.read.PhotoReader;
import dev.tintype.train.evaluate.ClassicalBench.Picture;
import dev.tintype.train.evaluate.Evaluation.Score;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Restores pictures of a [ClassicalBench] without networks, twice: *known*, by the plan for what was truly done to
/// them, and *blind*, by the plan for what the diagnosis finds. What is lost is said by a mask both times.
///
/// @param output folder for the restored pictures
public record ClassicalTrial(Optional<Path> output) {
    private static final String WIENER = "wiener";

    /// What was measured on one picture.
    ///
    /// @param before of the damaged picture
    /// @param alone where it is blurred
    public record Row(Picture picture, Score before, Attempt known, Attempt blind, Optional<Alone> alone) {}

    /// A plan and what came of it.
    public record Attempt(Plan plan, Score score) {}

    /// What two stages make of a known blur if nothing is done about noise before.
    public record Alone(Score hyperLaplacian, Score wiener) {}

    /// Restores and measures one of them.
    public Row measure(Picture picture) throws IOException {
        Scan damaged = PhotoReader.read(picture.photo());
        Optional<Samples> mask =
                picture.mask().map(file -> PhotoReader.read(file).samples());
        Work work = new Work(
                picture,
                damaged,
                mask,
                PhotoReader.read(picture.truth()).samples().photo());
        Planner planner = new Planner(Preset.FAMILY, false, mask.isPresent());
        return new Row(
                picture,
                Score.of(damaged.samples().photo(), work.truth()),
                attempt(work, "known", planner.plan(diagnosis(picture.damage(), picture.damage()))),
                attempt(work, "blind", planner.plan(damaged.samples())),
                picture.blurred() ? Optional.of(alone(work, planner)) : Optional.empty());
    }

    private Alone alone(Work work, Planner planner) throws IOException {
        List<Degradation> damage = work.picture().damage();
        Plan plan = planner.plan(diagnosis(damage.subList(0, 1), damage));
        List<Step> steps = plan.steps().stream()
                .map(step -> new Step(WIENER, step.on(), step.options(), step.reason()))
                .toList();
        return new Alone(
                attempt(work, "hyper-laplacian", plan).score(),
                attempt(work, WIENER, new Plan(steps, plan.outside())).score());
    }

    /// What a diagnosis says that knows everything.
    ///
    /// @param found what counts as found
    /// @param weighed all that is there
    private static Diagnosis diagnosis(List<Degradation> found, List<Degradation> weighed) {
        return new Diagnosis(findings(found), Diagnosis.Toning.COLOUR, findings(weighed));
    }

    private static List<Finding> findings(List<Degradation> damage) {
        return damage.stream().map(one -> new Finding(one, 1, Map.of())).toList();
    }

    private Attempt attempt(Work work, String column, Plan plan) throws IOException {
        Scan restored = new PlanRestorer(plan, Optional.empty())
                .restore(work.damaged(), new Request(work.mask(), false, 1), Progress.NONE)
                .restored();
        if (output.isPresent()) {
            Path folder = Files.createDirectories(output.get().resolve(column));
            PhotoWriter.write(restored, folder.resolve(work.picture().name() + ".png"), true);
        }
        return new Attempt(plan, Score.of(restored.samples().photo(), work.truth()));
    }

    /// A picture in memory.
    private record Work(Picture picture, Scan damaged, Optional<Samples> mask, Photo truth) {}
}
