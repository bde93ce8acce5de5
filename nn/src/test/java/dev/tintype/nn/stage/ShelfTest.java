package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.stage.Restorer.Progress;
import dev.tintype.nn.stage.Restorer.Request;
import dev.tintype.nn.stage.Restorer.Restoration;
import dev.tintype.nn.stage.Restorer.Step;
import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A plan that begins like an earlier one goes on from there, and nobody sees it in the result.
class ShelfTest {
    private static final Size SIZE = new Size(70, 50);
    private static final List<String> STAGES =
            List.of("bm3d", "faces", "find-scratches", "scene", "unfade", "auto-levels");

    @TempDir
    private static Path folder;

    private static Optional<Networks> networks = Optional.empty();

    @BeforeAll
    static void open() throws IOException {
        networks = Optional.of(Networks.open(SmallWeights.withFaces(folder, 9)));
    }

    /// Keeps in memory what steps came to, and tells of the first few.
    private record Memory(int most, Map<List<Plan.Step>, Halfway> kept) implements Shelf {
        @Override
        public Optional<Halfway> furthest(List<Plan.Step> steps) {
            for (int count = Math.min(most, steps.size()); count > 0; count--) {
                Optional<Halfway> found = Optional.ofNullable(kept.get(steps.subList(0, count)));
                if (found.isPresent()) {
                    return found.map(Memory::copy);
                }
            }
            return Optional.empty();
        }

        @Override
        public void keep(List<Plan.Step> begun, Halfway halfway) {
            kept.put(List.copyOf(begun), copy(halfway));
        }

        private static Halfway copy(Halfway halfway) {
            Samples samples = halfway.samples();
            Samples copy = new Samples(samples.size(), samples.channels(), samples.depth());
            for (int c = 0; c < samples.channels(); c++) {
                for (int i = 0; i < SIZE.area(); i++) {
                    copy.put(c, i / SIZE.width(), i % SIZE.width(), samples.raw(c, i / SIZE.width(), i % SIZE.width()));
                }
            }
            return new Halfway(copy, halfway.mask(), halfway.faces(), halfway.done());
        }
    }

    private static Scan scan(Depth depth) {
        Samples samples = new Samples(SIZE, 3, depth);
        Random random = new Random(5);
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < SIZE.area(); i++) {
                double level = 0.5 + 0.3 * Math.sin(0.1 * (i % SIZE.width()) + c) + 0.05 * random.nextGaussian();
                float raw = (float) (Math.clamp(level, 0, 1) * depth.white());
                samples.put(c, i / SIZE.width(), i % SIZE.width(), depth == Depth.FLOAT ? raw : Math.round(raw));
            }
        }
        return new Scan(samples, Optional.empty(), Metadata.NONE);
    }

    private static Plan plan(String sigma, Map<String, String> levels, String reason) {
        Map<String, Map<String, String>> options = Map.of(
                "bm3d", Map.of("sigma", sigma), "auto-levels", levels, "faces", Map.of("strength", "0", "1", "1"));
        return new Plan(
                STAGES.stream()
                        .map(stage -> new Plan.Step(stage, true, options.getOrDefault(stage, Map.of()), reason))
                        .toList(),
                true);
    }

    private static Restoration run(Plan plan, Scan scan, Shelf shelf, Progress progress) {
        return new PlanRestorer(plan, networks, shelf).restore(scan, new Request(Optional.empty(), true, 1), progress);
    }

    private static long earlier(Restoration restoration) {
        return restoration.steps().stream().filter(Step::earlier).count();
    }

    private static void assertSame(Samples expected, Samples actual) {
        assertEquals(expected.depth(), actual.depth());
        assertEquals(numbers(expected), numbers(actual));
    }

    private static List<String> numbers(Samples samples) {
        return samples.photo().planes().stream()
                .map(plane -> Arrays.toString(plane.toArray()))
                .toList();
    }

    @Test
    void givesTheSameWhereverItGoesOn() {
        Plan first = plan("0.05", Map.of("strength", "0.3"), "first");
        Plan second = plan("0.05", Map.of("strength", "0.9"), "second");
        for (Depth depth : Depth.values()) {
            Scan scan = scan(depth);
            Restoration whole = run(second, scan, Shelf.NONE, Progress.NONE);
            assertFalse(whole.faces().isEmpty());
            Memory all = new Memory(STAGES.size(), new HashMap<>());
            run(first, scan, all, Progress.NONE);
            for (int taken = 0; taken < STAGES.size(); taken++) {
                Memory shelf = new Memory(taken, new HashMap<>(all.kept()));
                List<String> heard = new ArrayList<>();
                Restoration again = run(second, scan, shelf, (what, _, _) -> heard.add(what));
                assertEquals(taken, earlier(again));
                assertTrue(STAGES.subList(0, taken).stream().noneMatch(heard::contains), heard::toString);
                assertSame(whole.restored().samples(), again.restored().samples());
                assertSame(whole.mask(), again.mask());
                assertEquals(whole.faces(), again.faces());
                assertEquals(
                        whole.steps().stream().map(ShelfTest::words).toList(),
                        again.steps().stream().map(ShelfTest::words).toList());
            }
        }
    }

    private static String words(Step step) {
        return step.name() + " " + step.found() + " " + step.weights();
    }

    @Test
    void runsEverythingWhereTheFirstStepIsAnother() {
        Memory shelf = new Memory(STAGES.size(), new HashMap<>());
        Scan scan = scan(Depth.BITS_16);
        Plan other = plan("0.02", Map.of(), "");
        Restoration first = run(plan("0.05", Map.of(), ""), scan, shelf, Progress.NONE);
        Restoration second = run(other, scan, shelf, Progress.NONE);
        assertEquals(0, earlier(second));
        assertSame(
                run(other, scan, Shelf.NONE, Progress.NONE).restored().samples(),
                second.restored().samples());
        assertNotEquals(
                numbers(first.restored().samples()), numbers(second.restored().samples()));
    }

    @Test
    void knowsAStepWhoseOptionsAreWrittenInAnotherWay() {
        Memory shelf = new Memory(STAGES.size(), new HashMap<>());
        Scan scan = scan(Depth.BITS_8);
        run(plan("0.05", Map.of(), "as planned"), scan, shelf, Progress.NONE);
        Plan spelt = plan("0.05", Map.of("high", "99.5", "strength", "0.8", "low", "0.5"), "as read on a page");
        Restoration again = run(spelt, scan, shelf, (what, _, _) -> assertEquals("nothing", what));
        assertEquals(STAGES.size(), earlier(again));
        assertEquals("as read on a page", again.steps().getFirst().found());
    }
}
