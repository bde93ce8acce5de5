package dev.tintype.train.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.torch.Scope;
import dev.tintype.train.lesson.CycleGanLesson;
import dev.tintype.train.lesson.Lesson;
import dev.tintype.train.lesson.Pix2PixLesson;
import dev.tintype.train.lesson.ScratchLesson;
import dev.tintype.train.objective.Loss;
import dev.tintype.train.synthesize.Ageing;
import dev.tintype.train.synthesize.Ageing.Mix;
import dev.tintype.train.synthesize.DamageShapes;
import dev.tintype.train.synthesize.Sample;
import dev.tintype.train.synthesize.TestPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
    @TempDir
    private Path folder;

    private static ScratchLesson lesson() {
        return new ScratchLesson(
                new Ageing(TestPhotos.LIBRARY, new DamageShapes(List.of()), Mix.SCRATCHES), 2, Map.of(), 3);
    }

    /// Stops like a killed run: by an exception in the middle.
    private static final class Kill extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static class Losses implements Journal {
        private final List<Float> totals = new ArrayList<>();
        private final int killAfter;

        Losses(int killAfter) {
            this.killAfter = killAfter;
        }

        @Override
        public void record(int step, String player, Loss loss) {
            totals.add(loss.total().item());
        }

        @Override
        public void time(int step, StepTime time) {
            throw new AssertionError("nobody asked for the time");
        }

        @Override
        public void checkpoint(int step) {
            if (step == killAfter) {
                throw new Kill();
            }
        }
    }

    private float[] train(String name, Schedule schedule, Losses journal, boolean resume) {
        return train(lesson(), "stem.weight", name, schedule, journal, resume);
    }

    private <S> float[] train(
            Lesson<S> lesson, String tensor, String name, Schedule schedule, Losses journal, boolean resume) {
        IntFunction<List<S>> batches = // five, again and again, so that early and late losses can be compared
                step -> List.of(
                        lesson.sample(schedule.side(step), 2L * (step % 5)),
                        lesson.sample(schedule.side(step), 2L * (step % 5) + 1));
        new Trainer(schedule, new Machine(2, false), journal, folder.resolve(name))
                .fit(lesson.players(), batches, resume);
        try (Scope _ = Scope.open()) {
            return lesson.weights().get(tensor).toArray();
        }
    }

    @Test
    void aKilledRunGoesOnAsIfNothingHadBeen() {
        Schedule schedule = new Schedule(6, 2, List.of(32), 1e-3, 3, 1, false);
        float[] whole = train("whole", schedule, new Losses(-1), false);
        assertThrows(Kill.class, () -> train("killed", schedule, new Losses(3), false));
        float[] resumed = train("killed", schedule, new Losses(-1), true);
        assertArrayEquals(whole, resumed);
    }

    /// The pools are full after two steps, so that what they give depends on what they hold.
    @Test
    void aKilledGameGoesOnAsIfNothingHadBeen() {
        Schedule schedule = new Schedule(5, 2, List.of(32), 1e-3, 3, 1, false);
        float[] whole = train(game(), "stem.weight", "whole game", schedule, new Losses(-1), false);
        assertThrows(Kill.class, () -> train(game(), "stem.weight", "killed game", schedule, new Losses(3), false));
        float[] resumed = train(game(), "stem.weight", "killed game", schedule, new Losses(-1), true);
        assertArrayEquals(whole, resumed);
    }

    private static Lesson<Sample> game() {
        Ageing clean = new Ageing(TestPhotos.LIBRARY, new DamageShapes(List.of()), Mix.CLEAN);
        return new CycleGanLesson(clean, TestPhotos.LIBRARY, Map.of(), 4, 3);
    }

    @Test
    void aKilledCurriculumGoesOnAsIfNothingHadBeen() {
        Schedule schedule = new Schedule(4, 2, List.of(32, 48), 1e-3, 1, 1, false);
        assertEquals(
                List.of(32, 32, 48, 48),
                IntStream.range(0, 4).mapToObj(schedule::side).toList());
        float[] whole = train(pairs(), "down.0.weight", "whole pairs", schedule, new Losses(-1), false);
        assertThrows(Kill.class, () -> train(pairs(), "down.0.weight", "killed pairs", schedule, new Losses(1), false));
        assertArrayEquals(whole, train(pairs(), "down.0.weight", "killed pairs", schedule, new Losses(-1), true));
    }

    private static Lesson<Sample> pairs() {
        return new Pix2PixLesson(new Ageing(TestPhotos.LIBRARY, new DamageShapes(List.of()), Mix.SCENE), Map.of(), 3);
    }

    @Test
    void theNumberOfThreadsThatAgePhotosChangesNothing() {
        Schedule schedule = new Schedule(3, 2, List.of(32), 1e-3, 3, 1, false);
        float[] two = train("two", schedule, new Losses(-1), false);
        ScratchLesson lesson = lesson();
        List<StepTime> times = new ArrayList<>();
        Losses journal = new Losses(-1) {
            @Override
            public void time(int step, StepTime time) {
                times.add(time);
            }
        };
        new Trainer(schedule, new Machine(5, true), journal, folder.resolve("five"))
                .fit(
                        lesson.players(),
                        step -> List.of(lesson.sample(32, 2L * step), lesson.sample(32, 2L * step + 1)),
                        false);
        try (Scope _ = Scope.open()) {
            assertArrayEquals(two, lesson.weights().get("stem.weight").toArray());
        }
        assertEquals(3, times.size());
        for (StepTime time : times) {
            assertTrue(time.forward() > 0 && time.backward() > 0 && time.optimiser() > 0, time::words);
            assertTrue(time.data() >= 0 && time.rest() > 0, time::words);
        }
    }

    @Test
    void learns() {
        Losses losses = new Losses(-1);
        train("run", new Schedule(60, 2, List.of(32), 2e-3, 100, 1, false), losses, false);
        double early = losses.totals.subList(0, 10).stream()
                .mapToDouble(x -> x)
                .average()
                .orElseThrow();
        double late = losses.totals.subList(50, 60).stream()
                .mapToDouble(x -> x)
                .average()
                .orElseThrow();
        assertTrue(late < 0.93 * early, early + " to " + late);
    }

    @Test
    void inMixedPrecisionLearnsAboutTheSame() {
        float[] full = train("full", new Schedule(4, 2, List.of(32), 1e-3, 4, 1, false), new Losses(-1), false);
        Losses losses = new Losses(-1);
        float[] mixed = train("mixed", new Schedule(4, 2, List.of(32), 1e-3, 4, 1, true), losses, false);
        assertTrue(losses.totals.stream().allMatch(Float::isFinite), losses.totals::toString);
        assertFalse(Arrays.equals(full, mixed), "bfloat16 must have been used");
        assertArrayEquals(full, mixed, 0.02f);
    }

    @Test
    void refusesToResumeWithAnotherSeed() {
        train("seeded", new Schedule(2, 2, List.of(32), 1e-3, 1, 1, false), new Losses(-1), false);
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> train("seeded", new Schedule(4, 2, List.of(32), 1e-3, 1, 2, false), new Losses(-1), true))
                .getMessage();
        assertTrue(message.contains("was made with seed 1, not 2"), message);
    }

    @Test
    void leavesNoHalfWrittenCheckpoint() throws IOException {
        train("run", new Schedule(2, 2, List.of(32), 1e-3, 1, 1, false), new Losses(-1), false);
        try (var files = Files.list(folder)) {
            assertTrue(files.allMatch(file -> file.getFileName().toString().equals("run")));
        }
    }
}
