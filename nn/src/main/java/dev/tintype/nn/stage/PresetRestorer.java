package dev.tintype.nn.stage;

import dev.tintype.photo.Scan;
import dev.tintype.plan.Planner;
import dev.tintype.plan.Preset;
import java.util.Optional;

/// Diagnoses each scan, makes a plan for it and carries it out.
///
/// @param networks used where present
public record PresetRestorer(Preset preset, Optional<SceneRestorer> networks) implements Restorer {
    @Override
    public Restoration restore(Scan scan, Request request, Progress progress) {
        progress.at("diagnosing", 0);
        Planner planner =
                new Planner(preset, networks.isPresent(), request.mask().isPresent());
        return new PlanRestorer(planner.plan(scan.samples()), networks).restore(scan, request, progress);
    }
}
