package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.official.prepare.GaussianBlur;
import dev.tintype.nn.stage.Restorer.Progress;
import dev.tintype.nn.stage.Restorer.Request;
import dev.tintype.nn.stage.Restorer.Restoration;
import dev.tintype.photo.Metadata;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.plan.Plan;
import dev.tintype.plan.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanRestorerTest {
    private static final Size SIZE = new Size(70, 50);
    private static final Request ALL = new Request(Optional.empty(), true, 1);

    @TempDir
    private static Path folder;

    private static Optional<Networks> networks = Optional.empty();

    @BeforeAll
    static void open() throws IOException {
        networks = Optional.of(Networks.open(SmallWeights.in(folder)));
    }

    private static Scan scan(Depth depth) {
        Samples samples = new Samples(SIZE, 3, depth);
        Random random = new Random(5);
        for (int c = 0; c < 3; c++) {
            for (int row = 0; row < SIZE.height(); row++) {
                for (int column = 0; column < SIZE.width(); column++) {
                    double level =
                            row == 20 ? 1 : 0.5 + 0.3 * Math.sin(0.1 * column + c) + 0.05 * random.nextGaussian();
                    float raw = (float) (Math.clamp(level, 0, 1) * depth.white());
                    samples.put(c, row, column, depth == Depth.FLOAT ? raw : Math.round(raw));
                }
            }
        }
        return new Scan(samples, Optional.empty(), Metadata.NONE);
    }

    private static Samples scratch() {
        Samples mask = new Samples(SIZE, 1, Depth.BITS_8);
        for (int column = 0; column < SIZE.width(); column++) {
            mask.put(0, 20, column, 255);
        }
        return mask;
    }

    private static Plan.Step step(String stage, String... option) {
        return new Plan.Step(stage, true, option.length == 0 ? Map.of() : Map.of(option[0], option[1]), "so");
    }

    /// How many samples of a row differ.
    private static int changed(Samples before, Samples after, int row) {
        int changed = 0;
        for (int c = 0; c < before.channels(); c++) {
            for (int column = 0; column < SIZE.width(); column++) {
                changed += before.raw(c, row, column) == after.raw(c, row, column) ? 0 : 1;
            }
        }
        return changed;
    }

    private static int changed(Samples before, Samples after) {
        return IntStream.range(0, SIZE.height())
                .map(row -> changed(before, after, row))
                .sum();
    }

    private static Samples run(Plan plan, Scan scan, Request request) {
        return new PlanRestorer(plan, networks)
                .restore(scan, request, Progress.NONE)
                .restored()
                .samples();
    }

    @Test
    void keepsEverySampleOutsideTheMaskOfAnArchive() {
        Plan harsh = new Plan(
                List.of(step("scratches-and-holes"), step("bm3d", "sigma", "0.2"), step("auto-levels")), false);
        for (Depth depth : Depth.values()) {
            Scan scan = scan(depth);
            Request request = new Request(Optional.of(scratch()), false, 1);
            Samples preset = new PresetRestorer(Preset.ARCHIVE, networks)
                    .restore(scan, request, Progress.NONE)
                    .restored()
                    .samples();
            for (Samples restored : List.of(preset, run(harsh, scan, request))) {
                assertEquals(depth, restored.depth());
                assertTrue(changed(scan.samples(), restored, 20) > 3 * 60, "the scratch is filled");
                assertEquals(
                        changed(scan.samples(), restored, 20), changed(scan.samples(), restored), "and nothing else");
            }
        }
    }

    @Test
    void fillsInSequenceWhatTheDetectorFinds() {
        Restoration restoration =
                new PresetRestorer(Preset.SEQUENTIAL, networks).restore(scan(Depth.BITS_8), ALL, Progress.NONE);
        List<String> steps =
                restoration.steps().stream().map(Restorer.Step::name).toList();
        assertEquals("find-scratches", steps.getFirst());
        assertTrue(steps.contains("scratches-and-holes"), steps::toString);
        assertTrue(steps.stream().noneMatch(List.of("scene", "unfade")::contains), steps::toString);
    }

    @Test
    void changesNothingWithoutStepsThatAreOn() {
        Plan.Step off = new Plan.Step("bm3d", false, Map.of("sigma", "0.2"), "");
        for (Depth depth : Depth.values()) {
            Scan scan = scan(depth);
            assertEquals(0, changed(scan.samples(), run(new Plan(List.of(off), true), scan, ALL)));
        }
    }

    @Test
    void givesTheSameBytesForTheSamePlan() {
        Plan plan = new Plan(
                List.of(step("bm3d", "sigma", "0.05"), step("find-scratches"), step("scene"), step("unfade")), true);
        Scan scan = scan(Depth.BITS_16);
        Samples once = run(plan, scan, ALL);
        assertEquals(0, changed(once, run(plan, scan, ALL)));
        assertNotEquals(0, changed(once, scan.samples()));
    }

    @Test
    void mixesByStrength() {
        Plan plan = new Plan(List.of(step("bm3d", "sigma", "0.2")), true);
        Scan scan = scan(Depth.BITS_8);
        assertEquals(0, changed(scan.samples(), run(plan, scan, new Request(Optional.empty(), true, 0))));
        assertNotEquals(0, changed(scan.samples(), run(plan, scan, ALL)));
    }

    @Test
    void showsTheSceneNetworkWhatOtherStepsTookOutWhileTheTonesAreTheSame() {
        Scan scan = scan(Depth.FLOAT);
        Plan.Step denoising = step("bm3d", "sigma", "0.1");
        Samples denoised = run(plan(denoising), scan, ALL);
        Samples alone = run(plan(step("scene")), scan.with(denoised), ALL);
        assertTrue(changed(alone, run(plan(denoising, step("scene")), scan, ALL)) > 1000);
        Samples stretched = run(plan(denoising, step("auto-levels")), scan, ALL);
        Samples stretchedAlone = run(plan(step("scene")), scan.with(stretched), ALL);
        assertEquals(0, changed(stretchedAlone, run(plan(denoising, step("auto-levels"), step("scene")), scan, ALL)));
    }

    @Test
    void stepsThatLeaveNothingOfWhatTheyFindSayNothingOfTheRest() {
        String nothing = "sharp and clean: only what is lost was filled";
        assertEquals(nothing, said(step("adaptive-median"), step("scene")));
        assertNotEquals(nothing, said(step("bm3d", "sigma", "0.001"), step("scene")));
    }

    /// What the last step of a plan says of a photo that is nearly even.
    private static String said(Plan.Step... steps) {
        Plane flat = Plane.of(SIZE, (_, _) -> 0.5f);
        Samples even = Samples.of(new Photo(List.of(flat, flat, flat)), Depth.BITS_8);
        even.put(0, 9, 9, 255);
        return said(networks, new Scan(even, Optional.empty(), Metadata.NONE), steps);
    }

    private static String said(Optional<Networks> networks, Scan scan, Plan.Step... steps) {
        return new PlanRestorer(plan(steps), networks)
                .restore(scan, ALL, Progress.NONE)
                .steps()
                .getLast()
                .found();
    }

    private static Plan plan(Plan.Step... steps) {
        return new Plan(List.of(steps), true);
    }

    @Test
    void saysWhatItUsed() {
        Plan plan = new Plan(List.of(step("find-scratches"), step("scratches-and-holes")), false);
        Restoration given = new PlanRestorer(plan, networks)
                .restore(scan(Depth.BITS_8), new Request(Optional.of(scratch()), true, 1), Progress.NONE);
        assertEquals(
                List.of("your mask", ""),
                given.steps().stream().map(Restorer.Step::weights).toList());
        Restoration found = new PlanRestorer(plan, networks).restore(scan(Depth.BITS_8), ALL, Progress.NONE);
        assertEquals("scratch-detector", found.steps().getFirst().weights());
    }

    private static Optional<Networks> seeing(String name) throws IOException {
        return Optional.of(Networks.open(SmallWeights.withFaces(Files.createDirectory(folder.resolve(name)), 9)));
    }

    @Test
    void refinesFacesWhereItKnowsHow() throws IOException {
        Optional<Networks> seeing = seeing("able");
        Scan scan = scan(Depth.BITS_16);
        List<String> progress = new ArrayList<>();
        Restoration some = new PlanRestorer(new Plan(List.of(step("faces", "1", "1")), true), seeing)
                .restore(scan, ALL, (_, inside, _) -> progress.add(inside));
        Restorer.Step last = some.steps().getLast();
        assertEquals("face", last.weights());
        assertTrue(last.found().startsWith("face 1 refined by "), last.found());
        assertTrue(progress.contains("face 2 of " + last.found().split("; face ").length), progress::toString);
        assertNotEquals(0, changed(scan.samples(), some.restored().samples()));
        Plan unwished = new Plan(List.of(step("faces", "strength", "0")), true);
        Restoration none = new PlanRestorer(unwished, seeing).restore(scan, ALL, Progress.NONE);
        assertEquals(0, changed(scan.samples(), none.restored().samples()));
        assertEquals("faces", family(seeing, scan).getLast());
        assertEquals("unfade", family(networks, scan).getLast());
    }

    @Test
    void looksAtFacesAsTheyAreOnceTheirBlurIsUndone() throws IOException {
        Optional<Networks> seeing = seeing("sighted");
        Plane board = Plane.of(SIZE, (row, column) -> (row / 12 + column / 12) % 2 == 0 ? 0.3f : 0.7f);
        Photo blurred = new Photo(List.of(new GaussianBlur(13, 1.8).apply(board)));
        Scan scan = new Scan(Samples.of(blurred, Depth.BITS_16), Optional.empty(), Metadata.NONE);
        Plan.Step denoised = step("bm3d", "sigma", "0.001");
        assertTrue(said(seeing, scan, denoised, step("faces")).startsWith("face 1 refined"));
        Plan.Step deblurred = step("hyper-laplacian", "psf", "gaussian:1.8");
        assertTrue(said(seeing, scan, deblurred, step("faces")).startsWith("face 1 left alone"));
    }

    @Test
    void progressNeverFallsAndNamesTheStep() throws IOException {
        Path able = Files.createDirectory(folder.resolve("rising"));
        Networks seeing = Networks.open(SmallWeights.withFaces(able, 9));
        List<String> steps = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        Restoration made = new PresetRestorer(Preset.FAMILY, Optional.of(seeing))
                .restore(scan(Depth.BITS_16), ALL, (what, _, share) -> {
                    steps.add(what);
                    shares.add(share);
                });
        assertEquals(shares.stream().sorted().toList(), shares);
        assertEquals(1, shares.getLast());
        List<String> expected = new ArrayList<>(List.of("diagnosing"));
        made.steps().forEach(step -> expected.add(step.name()));
        assertEquals(expected, steps.stream().distinct().toList());
    }

    private static List<String> family(Optional<Networks> networks, Scan scan) {
        return new PresetRestorer(Preset.FAMILY, networks)
                .restore(scan, ALL, Progress.NONE).steps().stream()
                        .map(Restorer.Step::name)
                        .toList();
    }

    @Test
    void refusesWhatCannotBeDone() {
        assertRefused("there is no stage 'magic'", step("magic"));
        assertRefused("stage bm3d: sigma may be 0 to 1; it was 2", step("bm3d", "sigma", "2"));
        assertRefused("stage bm3d has no option 'speed'", step("bm3d", "speed", "2"));
        assertRefused("step scene has no options", step("scene", "sigma", "2"));
        assertRefused("step faces needs the networks face-detector and face", step("faces"));
        assertRefused("step faces has the options strength and the number", step("faces", "eyes", "2"));
        Plan learnt = new Plan(List.of(step("scene")), true);
        IllegalArgumentException none =
                assertThrows(IllegalArgumentException.class, () -> new PlanRestorer(learnt, Optional.empty()));
        assertTrue(none.getMessage().contains("step scene needs what a network has learnt"), none.getMessage());
    }

    @Test
    void refusesToFillWithoutKnowingWhat() {
        PlanRestorer restorer = new PlanRestorer(new Plan(List.of(step("telea")), true), networks);
        Scan scan = scan(Depth.BITS_8);
        assertThrows(IllegalArgumentException.class, () -> restorer.restore(scan, ALL, Progress.NONE));
        Request wrong = new Request(Optional.of(new Samples(new Size(3, 3), 1, Depth.BITS_8)), true, 1);
        IllegalArgumentException size =
                assertThrows(IllegalArgumentException.class, () -> restorer.restore(scan, wrong, Progress.NONE));
        assertTrue(size.getMessage().contains("the mask is 3 x 3 pixels, the photo 70 x 50"), size.getMessage());
    }

    private static void assertRefused(String message, Plan.Step step) {
        Plan plan = new Plan(List.of(step), true);
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new PlanRestorer(plan, networks));
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    }
}
