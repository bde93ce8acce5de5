package dev.tintype.cli;

import dev.tintype.nn.stage.Restorer.Progress;
import dev.tintype.train.compare.Comparison;
import dev.tintype.train.compare.Comparison.Perception;
import dev.tintype.train.compare.Measure;
import dev.tintype.train.compare.Method;
import dev.tintype.train.compare.Pair;
import dev.tintype.train.compare.Report;
import dev.tintype.train.compare.Row;
import dev.tintype.train.compare.Scores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `tintype evaluate --methods`: many methods on many photos, and a report.
final class MethodComparison implements Comparison.Listener {
    private final Screen screen;
    private final List<Failure> failures = new ArrayList<>();

    MethodComparison(Screen screen) {
        this.screen = screen;
    }

    /// Does it all, and says at the end what failed.
    ///
    /// @param perception networks of the user that judge
    /// @param folder for the report and the restored photos
    /// @return the exit code
    int run(PhotoPairs photos, List<Method> methods, Perception perception, Path folder, String command)
            throws IOException {
        photos.missing().forEach(screen::complain);
        Files.createDirectories(folder);
        Comparison comparison =
                new Comparison(photos.pairs(), methods, folder.resolve("restored"), MaskFile::read, perception);
        Scores scores = comparison.run(this);
        List<String> failed = failures.stream().map(Failure::toString).toList();
        Report report = new Report(comparison, scores, about(command), failed);
        screen.complain("writing the report");
        report.write(folder);
        screen.say(report.means());
        screen.say("the report is %s".formatted(folder.resolve("index.html")));
        if (!failures.isEmpty()) {
            screen.complain("failed %d:".formatted(failures.size()));
            failures.forEach(failure -> screen.complain("  " + failure));
        }
        return failures.isEmpty() ? 0 : Failure.EXIT_CODE;
    }

    private static List<String> about(String command) throws IOException {
        Path cpus = Path.of("/proc/cpuinfo");
        String cpu = Files.isReadable(cpus)
                ? Files.readAllLines(cpus).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(System.getProperty("os.arch"))
                : System.getProperty("os.arch");
        return List.of(
                command,
                String.join(", ", new Version().getVersion()),
                "%s, %d cores, %s, at most %d MB of Java heap"
                        .formatted(
                                cpu,
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("os.name"),
                                Runtime.getRuntime().maxMemory() >> 20));
    }

    @Override
    public Progress begins(Method method, Pair pair, int number, int of) {
        screen.begin(pair.damaged(), number, of);
        String doing = "%s by %s".formatted(pair.input(), method.name());
        return (what, inside, share) ->
                screen.at(method.name().startsWith(what) ? doing : doing + ": " + what, inside, share);
    }

    @Override
    public void measured(Row row) {
        screen.complain(String.format(
                Locale.ROOT,
                "%s/%s by %s: %.2f dB, SSIM %.3f, %.1f s",
                row.input(),
                row.photo(),
                row.method(),
                row.number(Measure.PSNR).orElse(Double.NaN),
                row.number(Measure.SSIM).orElse(Double.NaN),
                row.number(Measure.SECONDS).orElse(Double.NaN)));
    }

    @Override
    public void failed(String what, Throwable cause) {
        Failure failure = Failure.of(what, cause);
        failures.add(failure);
        screen.complain(failure.toString());
    }
}
