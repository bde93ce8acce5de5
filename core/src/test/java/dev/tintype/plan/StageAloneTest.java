package dev.tintype.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.damage.Degradation;
import dev.tintype.damage.Degradation.GaussianNoise;
import dev.tintype.damage.Degradation.MotionBlur;
import dev.tintype.diagnose.Diagnosis;
import dev.tintype.diagnose.Finding;
import dev.tintype.plan.Plan.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StageAloneTest {
    private static Step step(String stage, Degradation... found) {
        List<Finding> findings = Stream.of(found)
                .map(degradation -> new Finding(degradation, 0.9, Map.of()))
                .toList();
        Plan plan = StageAlone.plan(Catalog.require(stage), new Diagnosis(findings, Diagnosis.Toning.COLOUR, findings));
        assertEquals(1, plan.steps().size());
        return plan.steps().getFirst();
    }

    @Test
    void tellsAStageWhatWasFound() {
        Step wiener = step("wiener", new MotionBlur(15, 30), new GaussianNoise(0.02));
        assertEquals(Map.of("psf", "motion:15:30", "noise", "0.02"), wiener.options());
        assertTrue(wiener.reason().startsWith("Motion blur, 15 px"), wiener.reason());
        assertEquals(
                Map.of("sigma", "0.02"), step("bm3d", new GaussianNoise(0.02)).options());
        assertEquals(
                Map.of("psf", "motion:15:30"),
                step("inverse-filter", new MotionBlur(15, 30)).options());
    }

    @Test
    void tellsOfALittleWhereNothingWasFound() {
        Step step = step("richardson-lucy");
        assertEquals(Map.of("psf", "gaussian:1", "noise", "0.01"), step.options());
        assertEquals("No blur was found; undoes one of a pixel", step.reason());
        assertEquals(Map.of("sigma", "0.01"), step("bm3d").options());
        assertEquals("No noise was found; takes a little out", step("bm3d").reason());
    }
}
