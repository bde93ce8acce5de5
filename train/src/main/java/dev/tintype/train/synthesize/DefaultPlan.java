package dev.tintype.train.synthesize;

import dev.tintype.nn.stage.Networks;
import dev.tintype.nn.stage.PlanRestorer;
import dev.tintype.nn.stage.Restorer.Progress;
import dev.tintype.nn.stage.Restorer.Request;
import dev.tintype.nn.stage.Restorer.Restoration;
import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Scan;
import dev.tintype.plan.Plan;
import dev.tintype.plan.Planner;
import dev.tintype.plan.Preset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What the default plan does to a photo before a network that is to be trained comes, without a change of tones, for
/// the
/// truth is as faded.
///
/// @param without the steps that are left out
public record DefaultPlan(Networks networks, Set<String> without) implements Function<Samples, Restoration> {
    private static final Planner PLANNER = new Planner(Preset.FAMILY, true, false, Optional.empty());

    /// What a refiner of faces is shown.
    public static DefaultPlan beforeFaces(Networks networks) {
        return new DefaultPlan(networks, Set.of(Planner.UNFADE));
    }

    /// What a network for scenes is shown.
    public static DefaultPlan beforeScene(Networks networks) {
        return new DefaultPlan(networks, Set.of(Planner.SCENE, Planner.UNFADE));
    }

    @Override
    public Restoration apply(Samples aged) {
        Plan whole = PLANNER.plan(aged);
        List<Plan.Step> steps = whole.steps().stream()
                .filter(step -> !without.contains(step.stage()))
                .toList();
        PlanRestorer restorer = new PlanRestorer(new Plan(steps, whole.outside()), Optional.of(networks));
        return restorer.restore(new Scan(aged, Optional.empty(), Metadata.NONE), Request.USUAL, Progress.NONE);
    }
}
