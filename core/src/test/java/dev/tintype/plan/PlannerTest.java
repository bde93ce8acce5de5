package dev.tintype.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.damage.Degradation;
import dev.tintype.damage.Degradation.Banding;
import dev.tintype.damage.Degradation.Blur;
import dev.tintype.damage.Degradation.Cast;
import dev.tintype.damage.Degradation.Compression;
import dev.tintype.damage.Degradation.Defocus;
import dev.tintype.damage.Degradation.Dust;
import dev.tintype.damage.Degradation.Fading;
import dev.tintype.damage.Degradation.GaussianNoise;
import dev.tintype.damage.Degradation.Grain;
import dev.tintype.damage.Degradation.MotionBlur;
import dev.tintype.damage.Degradation.Periodic;
import dev.tintype.damage.Degradation.Poisson;
import dev.tintype.damage.Degradation.SaltAndPepper;
import dev.tintype.damage.Degradation.Scratches;
import dev.tintype.damage.Degradation.Speckle;
import dev.tintype.diagnose.Diagnosis;
import dev.tintype.diagnose.Finding;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.plan.Plan.Step;
import dev.tintype.restore.Phase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlannerTest {
    private static final Mask MARK = new Mask(Plane.of(new Size(4, 4), (row, _) -> row == 1 ? 1 : 0));
    private static final Cast NO_CAST = new Cast(0, 0, 0);
    private static final Cast RED = new Cast(0.1, 0, -0.1);
    private static final Planner CLASSICAL = new Planner(Preset.FAMILY, false, false);
    private static final Planner LEARNT = new Planner(Preset.FAMILY, true, false);

    private static Diagnosis diagnosis(double confidence, Degradation... found) {
        List<Finding> findings = Stream.of(found)
                .map(degradation -> new Finding(degradation, confidence, Map.of()))
                .toList();
        return new Diagnosis(findings, Diagnosis.Toning.COLOUR, findings);
    }

    private static List<String> names(Plan plan) {
        return plan.steps().stream().map(Step::stage).toList();
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(new SaltAndPepper(0.05, 0.5), "adaptive-median", Map.of(), true),
                Arguments.of(new Periodic(0.1, 6, 30), "notch-filter", Map.of(), true),
                Arguments.of(new Compression(20), "deblocking", Map.of("quality", "20"), true),
                Arguments.of(new GaussianNoise(25 / 255.0), "bm3d", Map.of("sigma", "0.09804"), true),
                Arguments.of(new Poisson(40), "anscombe-bm3d", Map.of("peak", "40"), true),
                Arguments.of(new Speckle(0.15), "log-bm3d", Map.of("sigma", "0.15"), true),
                Arguments.of(new Grain(0.06, 1.1), "film-grain", Map.of("sigma", "0.06", "radius", "1.1"), true),
                Arguments.of(
                        new MotionBlur(15, 30), "hyper-laplacian", Map.of("psf", "motion:15:30", "noise", "0"), true),
                Arguments.of(new Defocus(3.25), "hyper-laplacian", Map.of("psf", "disc:3.25", "noise", "0"), true),
                Arguments.of(new Blur(9, 1.5), "hyper-laplacian", Map.of("psf", "gaussian:1.5", "noise", "0"), true),
                Arguments.of(new Fading(0.2, 0.7, 1, RED, 1), "auto-levels", Map.of(), false),
                Arguments.of(new Fading(0.2, 0.7, 1, NO_CAST, 1), "auto-levels", Map.of(), false),
                Arguments.of(new Fading(0, 1, 1, RED, 1), "grey-edge", Map.of(), false));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void knowsAStageForEachKind(Degradation damage, String stage, Map<String, String> options, boolean alsoLearnt) {
        Diagnosis diagnosis = diagnosis(0.9, damage);
        Plan plan = CLASSICAL.plan(diagnosis);
        String sentence = diagnosis.findings().getFirst().sentence();
        assertEquals(List.of(new Step(stage, true, options, sentence)), plan.steps());
        assertTrue(plan.outside());
        Catalog.require(stage).make(options, Optional.of(MARK)); // in range
        assertEquals(alsoLearnt, names(LEARNT.plan(diagnosis)).contains(stage));
        assertEquals(
                List.of(),
                new Planner(Preset.ARCHIVE, false, false).plan(diagnosis).steps());
    }

    @Test
    void plansNothingForASoundPhoto() {
        Plan nothing = CLASSICAL.plan(diagnosis(1));
        assertEquals(List.of(), nothing.steps());
        assertEquals(nothing, PlanFile.parse(PlanFile.text(nothing)));
        assertEquals(
                List.of(),
                new Planner(Preset.ARCHIVE, false, false).plan(diagnosis(1)).steps());
        assertEquals(
                List.of(), CLASSICAL.plan(diagnosis(1, new Banding(0.1, true))).steps()); // no stage is for it
    }

    @Test
    void worksInTheOrderOfPhases() {
        Degradation[] all = Stream.concat(
                        rules().map(rule -> (Degradation) rule.get()[0]).filter(damage -> !(damage instanceof Fading)),
                        Stream.of(new Fading(0.2, 0.7, 1, RED, 1), new Scratches(MARK, 1)))
                .toArray(Degradation[]::new);
        List<Step> steps = new Planner(Preset.FAMILY, false, true)
                .plan(diagnosis(0.9, all))
                .steps();
        List<Phase> phases = steps.stream()
                .map(step -> Catalog.require(step.stage())
                        .make(step.options(), Optional.of(MARK))
                        .phase())
                .toList();
        assertEquals(12, phases.size());
        assertEquals(phases.stream().sorted().toList(), phases);
    }

    @Test
    void searchesFirstAndTranslatesLast() {
        Diagnosis diagnosis = diagnosis(0.9, new SaltAndPepper(0.05, 0.5), new GaussianNoise(0.1), new Dust(MARK, 1));
        Plan plan = LEARNT.plan(diagnosis);
        assertEquals(List.of("find-scratches", "adaptive-median", "bm3d", "scene", "unfade"), names(plan));
        assertTrue(plan.steps().get(0).reason().startsWith("Dust, "));
        assertTrue(plan.steps().get(3).reason().startsWith("Gaussian noise, sigma 25.5"));
    }

    @Test
    void refinesFacesLastAndOnlyForAFamily() {
        Optional<FaceWish> wish = Optional.of(new FaceWish(Optional.of(0.5), Map.of(2, 0.0)));
        Diagnosis diagnosis = diagnosis(0.9, new GaussianNoise(0.1));
        Step last = new Planner(Preset.FAMILY, true, false, wish)
                .plan(diagnosis)
                .steps()
                .getLast();
        assertEquals("faces", last.stage());
        assertEquals(Map.of("strength", "0.5", "2", "0.0"), last.options());
        for (Preset other : List.of(Preset.ARCHIVE, Preset.SEQUENTIAL)) {
            List<String> names = names(new Planner(other, true, false, wish).plan(diagnosis));
            assertFalse(names.contains("faces"), names::toString);
        }
        assertFalse(names(LEARNT.plan(diagnosis)).contains("faces"), "nobody wished it");
    }

    @Test
    void takesNoiseOutBeforeItFillsInSequence() {
        Diagnosis diagnosis = diagnosis(
                0.9,
                new GaussianNoise(0.1),
                new MotionBlur(9, 0),
                new Fading(0.2, 0.7, 1, NO_CAST, 1),
                new Scratches(MARK, 1));
        Plan learnt = new Planner(Preset.SEQUENTIAL, true, false).plan(diagnosis);
        assertEquals(
                List.of("find-scratches", "bm3d", "scratches-and-holes", "hyper-laplacian", "auto-levels"),
                names(learnt));
        assertTrue(learnt.steps().stream().allMatch(Step::on));
        assertTrue(learnt.outside());
        Plan blind = new Planner(Preset.SEQUENTIAL, false, false).plan(diagnosis);
        assertEquals(List.of("bm3d", "scratches-and-holes", "hyper-laplacian", "auto-levels"), names(blind));
        assertFalse(blind.steps().get(1).on(), "nobody knows what is lost");
    }

    @Test
    void onlyFillsForAnArchive() {
        Diagnosis diagnosis = diagnosis(0.9, new GaussianNoise(0.1), new Grain(0.1, 1), new MotionBlur(9, 0));
        Plan learnt = new Planner(Preset.ARCHIVE, true, false).plan(diagnosis);
        assertEquals(List.of("find-scratches", "scratches-and-holes"), names(learnt));
        assertFalse(learnt.outside());
        Plan given = new Planner(Preset.ARCHIVE, false, true).plan(diagnosis);
        assertEquals(List.of("scratches-and-holes"), names(given));
        assertFalse(given.outside());
    }

    @Test
    void leavesFillingOffWhereNobodyKnowsWhatIsLost() {
        Step step = CLASSICAL
                .plan(diagnosis(0.9, new Scratches(MARK, 1), new Dust(MARK, 1)))
                .steps()
                .getFirst();
        assertEquals("scratches-and-holes", step.stage());
        assertFalse(step.on());
        assertTrue(step.reason().matches("Scratches, .*; Dust, .*; give a mask and switch this on"), step.reason());
    }

    @Test
    void undoesOnlyBlurThatIsSureAndShort() {
        assertEquals(
                List.of(),
                CLASSICAL.plan(diagnosis(0.79, new MotionBlur(15, 30))).steps());
        assertEquals(
                List.of(),
                CLASSICAL.plan(diagnosis(0.9, new MotionBlur(40, 30))).steps());
        assertEquals(List.of(), CLASSICAL.plan(diagnosis(0.9, new Defocus(20))).steps());
        assertEquals(1, CLASSICAL.plan(diagnosis(0.9, new Defocus(19))).steps().size());
    }

    @Test
    void tellsDeblurringTheNoiseThatIsNoFindingToo() {
        Finding blur = new Finding(new MotionBlur(9, 0), 0.9, Map.of());
        Finding weak = new Finding(new GaussianNoise(0.002), 0.1, Map.of());
        Plan plan = CLASSICAL.plan(new Diagnosis(List.of(blur), Diagnosis.Toning.GREY, List.of(blur, weak)));
        assertEquals("0.002", plan.steps().getFirst().options().get("noise"));
    }

    @Test
    void takesTheNoiseOutBeforeItSharpens() {
        Finding blur = new Finding(new MotionBlur(9, 0), 0.9, Map.of());
        Finding unsure = new Finding(new GaussianNoise(0.004), 0.1, Map.of());
        Diagnosis diagnosis = new Diagnosis(List.of(blur), Diagnosis.Toning.GREY, List.of(blur, unsure));
        List<Step> steps = CLASSICAL.plan(diagnosis).steps();
        assertEquals(List.of("bm3d", "hyper-laplacian"), names(CLASSICAL.plan(diagnosis)));
        assertEquals(Map.of("sigma", "0.004"), steps.getFirst().options());
        assertEquals("0.002", steps.getLast().options().get("noise")); // what is left of it
        assertTrue(steps.getFirst().reason().startsWith("Gaussian noise"));
        assertEquals(
                List.of("find-scratches", "bm3d", "hyper-laplacian", "scene", "unfade"), names(LEARNT.plan(diagnosis)));
        List<Finding> unsureBlur = List.of(new Finding(new MotionBlur(9, 0), 0.7, Map.of()));
        assertEquals(
                List.of(),
                CLASSICAL
                        .plan(new Diagnosis(unsureBlur, Diagnosis.Toning.GREY, List.of(unsure)))
                        .steps());
        Finding grain = new Finding(new Grain(0.1, 1), 0.9, Map.of());
        Diagnosis grainy = new Diagnosis(List.of(blur, grain), Diagnosis.Toning.GREY, List.of(blur, grain, unsure));
        assertEquals(List.of("film-grain", "hyper-laplacian"), names(CLASSICAL.plan(grainy)));
    }

    @Test
    void diagnosesAScan() {
        Random random = new Random(1);
        Samples noisy = new Samples(new Size(200, 150), 1, Depth.BITS_8);
        for (int row = 0; row < 150; row++) {
            for (int column = 0; column < 200; column++) {
                double level = 40 + 0.85 * column + 20 * random.nextGaussian();
                noisy.put(0, row, column, (float) Math.rint(Math.clamp(level, 0, 255)));
            }
        }
        Plan plan = CLASSICAL.plan(noisy);
        assertEquals("bm3d", plan.steps().getFirst().stage());
        assertEquals(plan, PlanFile.parse(PlanFile.text(plan)));
        assertEquals(PlanFile.text(plan), PlanFile.text(CLASSICAL.plan(noisy)));
    }

    @Test
    void looksAtTheMiddleOfAHugeScan() {
        assertEquals(new Region(0, 0, new Size(1600, 1250)), Planner.middle(new Size(1600, 1250), 2_000_000));
        Region part = Planner.middle(new Size(8000, 4000), 2_000_000);
        assertEquals(new Region(1496, 3000, new Size(2000, 1000)), part); // at multiples of 8
        assertEquals(new Size(1, 1), Planner.middle(new Size(1, 1), 2_000_000).size());
    }

    /// In a thumbnail teeth are as large as scratches are elsewhere; a mask that is given still holds.
    @Test
    void doesNotSearchThumbnailsForMarks() {
        for (int side : new int[] {100, 140}) {
            Samples scan = new Samples(new Size(side, 150), 1, Samples.Depth.BITS_8);
            assertEquals(side > 128, LEARNT.plan(scan).steps().getFirst().on(), side + " pixels");
            assertTrue(new Planner(Preset.FAMILY, true, true)
                    .plan(scan)
                    .steps()
                    .getFirst()
                    .on());
        }
    }
}
