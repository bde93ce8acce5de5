package dev.tintype.train.compare;

import dev.tintype.measure.Niqe;
import dev.tintype.nn.stage.Restorer;
import dev.tintype.nn.stage.Restorer.Progress;
import dev.tintype.nn.stage.Restorer.Request;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Restores damaged photos by many methods and measures how near each result comes to the truth, and what it cost.
///
/// One method after the other does all photos, so that what it keeps in memory is its own.
///
/// @param folder for the restored photos, `INPUT/METHOD/PHOTO.png`
/// @param masks reads what is lost of a photo
/// @param perception networks of the user that judge what was restored
public record Comparison(List<Pair> pairs, List<Method> methods, Path folder, Masks masks, Perception perception) {
    private static final String ALL = "all photos";

    public Comparison {
        pairs = List.copyOf(pairs);
        methods = List.copyOf(methods);
    }

    /// Reads a mask of a photo's size.
    @FunctionalInterface
    public interface Masks {
        Samples read(Path file, Size size);
    }

    /// Networks that judge photos, where the user has them.
    public record Perception(Optional<Lpips> lpips, Optional<Fid> fid) {
        /// None.
        public static final Perception NONE = new Perception(Optional.empty(), Optional.empty());
    }

    /// Hears how it goes.
    public interface Listener {
        /// A method turns to a photo.
        ///
        /// @param number of this restoration, from 1
        /// @param of how many there are
        Progress begins(Method method, Pair pair, int number, int of);

        /// A photo was restored and measured.
        void measured(Row row);

        /// Something failed and is skipped.
        void failed(String what, Throwable cause);
    }

    /// Does it all. First each truth is read and judged alone, with its damaged photo and its mask: those that cannot
    /// be
    /// read are skipped.
    public Scores run(Listener listener) {
        Niqe niqe = new Niqe();
        List<Pair> sound = new ArrayList<>();
        List<Row> truths = new ArrayList<>();
        for (Pair pair : pairs) {
            attempt(pair.damaged().toString(), listener, () -> {
                Work work = read(pair);
                truths.add(new Row(pair.input(), Method.TRUTH, pair.photo(), Trial.ofTruth(work.truth(), niqe)));
                sound.add(pair);
            });
        }
        List<Row> rows = new ArrayList<>();
        List<Row> sets = new ArrayList<>();
        for (int i = 0; i < methods.size(); i++) {
            Method method = methods.get(i);
            int done = i * sound.size();
            attempt(method.name(), listener, () -> {
                List<Row> measured = all(method, sound, done, niqe, listener);
                rows.addAll(measured);
                perception
                        .fid()
                        .ifPresent(fid -> attempt(
                                "FID of " + method.name(), listener, () -> sets.addAll(distances(fid, measured))));
            });
        }
        rows.addAll(truths);
        return new Scores(rows, sets);
    }

    /// What is measured on all photos at once that a method restored, for each input of which there are at least two.
    private List<Row> distances(Fid fid, List<Row> measured) {
        Map<String, List<Pair>> inputs = pairs.stream()
                .filter(pair -> measured.stream()
                        .anyMatch(row ->
                                row.input().equals(pair.input()) && row.photo().equals(pair.photo())))
                .collect(Collectors.groupingBy(Pair::input, LinkedHashMap::new, Collectors.toList()));
        List<Row> sets = new ArrayList<>();
        inputs.forEach((input, some) -> {
            if (some.size() > 1) {
                String method = measured.getFirst().method();
                double distance = fid.distance(
                        some.stream().map(pair -> file(pair, method)).toList(),
                        some.stream().map(Pair::truth).toList());
                sets.add(new Row(input, method, ALL, Map.of(Measure.FID, distance)));
            }
        });
        return sets;
    }

    private List<Row> all(Method method, List<Pair> sound, int done, Niqe niqe, Listener listener) throws IOException {
        MemoryWatch.release();
        long before = MemoryWatch.now();
        Restorer restorer = method.opening().open();
        List<Row> rows = new ArrayList<>();
        for (Pair pair : sound) {
            int number = done + sound.indexOf(pair) + 1;
            attempt("%s by %s".formatted(pair.damaged(), method.name()), listener, () -> {
                Progress progress = listener.begins(method, pair, number, methods.size() * sound.size());
                Work work = read(pair);
                Request request = new Request(method.masked() ? work.mask() : Optional.empty(), true, 1);
                Trial trial = Trial.of(() -> restorer.restore(work.damaged(), request, progress));
                write(trial.restoration().restored(), file(pair, method.name()));
                Map<Measure, Double> numbers = trial.numbers(work.truth(), before, niqe);
                perception
                        .lpips()
                        .ifPresent(lpips -> numbers.put(
                                Measure.LPIPS,
                                lpips.score(
                                        trial.restoration().restored().samples().photo(), work.truth())));
                Row row = new Row(pair.input(), method.name(), pair.photo(), numbers);
                rows.add(row);
                listener.measured(row);
            });
        }
        return rows;
    }

    private Work read(Pair pair) {
        Photo truth = PhotoReader.read(pair.truth()).samples().photo();
        Scan damaged = PhotoReader.read(pair.damaged());
        Size size = damaged.samples().size();
        if (!size.equals(truth.size())) {
            throw new IllegalArgumentException("the photo is %d x %d pixels, its truth %d x %d; they must agree"
                    .formatted(
                            size.width(),
                            size.height(),
                            truth.size().width(),
                            truth.size().height()));
        }
        return new Work(truth, damaged, pair.mask().map(file -> masks.read(file, size)));
    }

    /// Where a restored photo lies.
    Path file(Pair pair, String method) {
        return folder.resolve(pair.input())
                .resolve(method.replaceAll("[^A-Za-z0-9.=-]+", "_"))
                .resolve(pair.photo().endsWith(".png") ? pair.photo() : pair.photo() + ".png");
    }

    private static void write(Scan restored, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        PhotoWriter.write(restored, file, true);
    }

    private static void attempt(String what, Listener listener, Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            listener.failed(what, e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private record Work(Photo truth, Scan damaged, Optional<Samples> mask) {}
}
