package dev.tintype.plan;

import dev.tintype.diagnose.Diagnosis;
import dev.tintype.diagnose.Finding;
import dev.tintype.diagnose.Kind;
import dev.tintype.restore.StageKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A plan of one stage alone, to compare it with others: what it must be told of blur and noise comes from the
/// diagnosis. Where nothing was found it is told of a little, so that it can be seen what it does.
public final class StageAlone {
    private static final String LITTLE_BLUR = "gaussian:1";
    private static final String LITTLE_NOISE = "0.01";

    private StageAlone() {}

    /// The plan for a photo.
    ///
    /// @param kind a stage that needs no mask
    public static Plan plan(StageKind kind, Diagnosis diagnosis) {
        Map<String, String> options = new TreeMap<>();
        List<String> reasons = new ArrayList<>();
        for (StageKind.Option option : kind.options()) {
            switch (option.name()) {
                case "psf" -> {
                    Optional<Finding> blur = Planner.blur(diagnosis);
                    options.put(
                            "psf",
                            blur.map(found -> Planner.psf(found, diagnosis)).orElse(LITTLE_BLUR));
                    reasons.add(blur.map(Finding::sentence).orElse("No blur was found; undoes one of a pixel"));
                }
                case "sigma" -> {
                    Optional<Finding> noise = diagnosis.of(Kind.GAUSSIAN_NOISE);
                    options.put("sigma", noise.map(Planner::amount).orElse(LITTLE_NOISE));
                    reasons.add(noise.map(Finding::sentence).orElse("No noise was found; takes a little out"));
                }
                // counts even where it is too little to be found, for undoing blur amplifies it
                case "noise" ->
                    options.put(
                            "noise",
                            Planner.whiteNoise(diagnosis).map(Planner::amount).orElse(LITTLE_NOISE));
                default -> {}
            }
        }
        return new Plan(List.of(new Plan.Step(kind.name(), true, options, String.join("; ", reasons))), true);
    }
}
