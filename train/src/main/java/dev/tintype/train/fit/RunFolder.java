package dev.tintype.train.fit;

import dev.tintype.nn.torch.SafeTensors;
import dev.tintype.photo.Photo;
import dev.tintype.train.lesson.Lesson;
import dev.tintype.train.objective.Loss;
import dev.tintype.write.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Everything a training leaves behind, in one folder: the losses as `loss.csv` and `loss.png`, `samples.png` with
/// before and after, the averaged weights as `weights.safetensors`, where the time went as `time.csv` if it is
/// measured,
/// and a line on the terminal.
public final class RunFolder implements Journal {
    private static final int ROWS = 8;
    private static final int LINE = 20; // steps between lines

    private final Path folder;
    private final Lesson<?> lesson;
    private final Schedule schedule;
    private final Map<String, String> card;
    private final Consumer<String> line;
    private final Map<String, double[]> sums = new LinkedHashMap<>();
    private StepTime time = StepTime.NONE;
    private int timed;
    private long started;
    private int first = -1;

    /// @param card what the weights' card says besides steps and seed
    /// @param line hears one line of progress now and then
    public RunFolder(
            Path folder, Lesson<?> lesson, Schedule schedule, Map<String, String> card, Consumer<String> line) {
        this.folder = folder;
        this.lesson = lesson;
        this.schedule = schedule;
        this.card = Map.copyOf(card);
        this.line = line;
    }

    @Override
    public void record(int step, String player, Loss loss) {
        if (first < 0) {
            first = step;
            started = System.nanoTime();
        }
        for (Loss.Term term : loss.terms()) {
            double[] sum = sums.computeIfAbsent(player + "/" + term.name(), _ -> new double[2]);
            sum[0] += term.value().item();
            sum[1]++;
        }
        boolean last = (step + 1) % LINE == 0
                && player.equals(lesson.players().getLast().name());
        if (last) {
            say(step + 1);
        }
    }

    private void say(int step) {
        StringBuilder losses = new StringBuilder();
        StringBuilder csv = new StringBuilder();
        sums.forEach((name, sum) -> {
            double mean = sum[0] / sum[1];
            losses.append(String.format(Locale.ROOT, "  %s %.4f", name, mean));
            csv.append(String.format(Locale.ROOT, "%d,%s,%.6f%n", step, name, mean));
        });
        sums.clear();
        double seconds = (System.nanoTime() - started) / 1e9;
        double rate = (step - first) / Math.max(seconds, 1e-9);
        Duration left = Duration.ofSeconds((long) ((schedule.steps() - step) / Math.max(rate, 1e-9)));
        line.accept(String.format(
                Locale.ROOT,
                "%d/%d  %.1f photos/s  %d:%02d:%02d left%s",
                step,
                schedule.steps(),
                rate * schedule.batch(),
                left.toHours(),
                left.toMinutesPart(),
                left.toSecondsPart(),
                losses));
        try {
            append("loss.csv", csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(String name, CharSequence text) throws IOException {
        Files.writeString(
                folder.resolve(name),
                text,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    @Override
    public void time(int step, StepTime spent) {
        time = time.plus(spent);
        timed++;
        if ((step + 1) % LINE != 0) {
            return;
        }
        StepTime mean = time.over(timed);
        time = StepTime.NONE;
        timed = 0;
        line.accept(mean.words());
        try {
            append("time.csv", (Files.exists(folder.resolve("time.csv")) ? "" : StepTime.COLUMNS) + mean.csv(step + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void checkpoint(int step) {
        try {
            Map<String, String> says = new LinkedHashMap<>(card);
            says.put("steps", Integer.toString(step));
            says.put("seed", Long.toString(schedule.seed()));
            says.put("batch", Integer.toString(schedule.batch()));
            says.put("sides", schedule.sides().stream().map(String::valueOf).collect(Collectors.joining(",")));
            SafeTensors weights = new SafeTensors(lesson.weights(), says);
            AtomicFile.write(folder.resolve("weights.safetensors"), true, out -> weights.write(out, true));
            Sheet.write(folder.resolve("samples.png"), rows(lesson), 2);
            drawLosses();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A machine that has no fonts can train, but not write on a picture.
    private void drawLosses() throws IOException {
        try {
            LossCurve.write(folder.resolve("loss.csv"), folder.resolve("loss.png"));
        } catch (RuntimeException | InternalError | LinkageError e) {
            line.accept("loss.png cannot be drawn, loss.csv has the numbers: " + e.getMessage());
        }
    }

    private <S> List<List<Photo>> rows(Lesson<S> lesson) {
        List<List<Photo>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(lesson.show(lesson.sample(schedule.sides().getLast(), -1 - i)));
        }
        return rows;
    }
}
