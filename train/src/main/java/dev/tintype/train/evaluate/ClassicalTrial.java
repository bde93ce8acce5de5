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
import java.util.TreeMap;

/// Restores pictures of a [ClassicalBench] without networks, twice: *known*, by the plan for what was truly done to
/// them, and *blind*, by the plan for what the diagnosis finds. What is lost is said by a mask both times.
///
/// @param output folder for the restored pictures
public record ClassicalTrial(Optional<Path> output) {
    private static final String HYPER_LAPLACIAN = "hyper-laplacian";
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
        Plan known = planner.plan(omniscient(picture.damage()));
        return new Row(
                picture,
                Score.of(damaged.samples().photo(), work.truth()),
                attempt(work, "known", known),
                attempt(work, "blind", planner.plan(damaged.samples())),
                alone(work, known));
    }

    /// What a diagnosis says that knows everything.
    private static Diagnosis omniscient(List<Degradation> damage) {
        List<Finding> findings =
                damage.stream().map(one -> new Finding(one, 1, Map.of())).toList();
        return new Diagnosis(findings, Diagnosis.Toning.COLOUR, findings);
    }

    private Optional<Alone> alone(Work work, Plan known) throws IOException {
        for (Step step : known.steps()) {
            if (step.stage().equals(HYPER_LAPLACIAN)) {
                return Optional.of(new Alone(alone(work, step, HYPER_LAPLACIAN), alone(work, step, WIENER)));
            }
        }
        return Optional.empty();
    }

    /// What one stage does that has the PSF of a step, and all the noise before it.
    private Score alone(Work work, Step step, String stage) throws IOException {
        Map<String, String> options = new TreeMap<>(step.options());
        options.put("noise", Double.toString(work.picture().noise()));
        Step other = new Step(stage, true, options, step.reason());
        return attempt(work, stage, new Plan(List.of(other), true)).score();
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
