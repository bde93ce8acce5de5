package dev.tintype.nn.stage;

import dev.tintype.photo.Scan;
import dev.tintype.plan.FaceWish;
import dev.tintype.plan.Planner;
import dev.tintype.plan.Preset;
import java.nio.file.Path;
import java.util.Optional;

/// Diagnoses each scan, makes a plan for it and carries it out.
///
/// ```java
/// Restorer restorer = PresetRestorer.family(Path.of("weights/tintype-s"));
/// Scan old = PhotoReader.read(Path.of("old.jpg"));
/// Scan restored = restorer.restore(old, Request.USUAL, Progress.NONE).restored();
/// PhotoWriter.write(restored, Path.of("restored.png"), false);
/// ```
///
/// @param networks used where present
/// @param faces how faces are refined, where they are not to be left alone and the networks know how
public record PresetRestorer(Preset preset, Optional<Networks> networks, Optional<FaceWish> faces) implements Restorer {
    /// Refines faces as they need, where the networks know how.
    public PresetRestorer(Preset preset, Optional<Networks> networks) {
        this(preset, networks, Optional.of(FaceWish.AUTO));
    }

    /// Restores all that can be restored, with the networks of a folder of safetensors files.
    ///
    /// @throws dev.tintype.nn.UnusableWeightsException where one is missing, damaged or of another kind
    public static PresetRestorer family(Path weights) {
        return new PresetRestorer(Preset.FAMILY, Optional.of(Networks.open(weights)));
    }

    @Override
    public Restoration restore(Scan scan, Request request, Progress progress) {
        progress.at("diagnosing", 0);
        Optional<FaceWish> able = networks.filter(Networks::knowFaces).flatMap(_ -> faces);
        Planner planner =
                new Planner(preset, networks.isPresent(), request.mask().isPresent(), able);
        return new PlanRestorer(planner.plan(scan.samples()), networks).restore(scan, request, progress);
    }
}
