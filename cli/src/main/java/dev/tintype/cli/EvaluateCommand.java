package dev.tintype.cli;

import dev.tintype.nn.stage.Restorer;
import dev.tintype.train.compare.Comparison.Perception;
import dev.tintype.train.compare.Fid;
import dev.tintype.train.compare.Lpips;
import dev.tintype.train.compare.Method;
import dev.tintype.train.evaluate.Detection;
import dev.tintype.train.evaluate.Evaluation;
import dev.tintype.train.evaluate.Evaluation.Row;
import dev.tintype.train.evaluate.Evaluation.Score;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `tintype evaluate --truth DIR --input DIR`.
@Command(
        name = "evaluate",
        description = {
            "Restore damaged photos of which the truth is known, and measure how near the results come to it.",
            "With --methods: many ways to restore, by PSNR, SSIM, MS-SSIM, GMSD, NIQE, time and memory, as a report"
                    + " with tables (Markdown, CSV, JSON), plots, contact sheets and a page to read, index.html."
                    + " Without: PSNR and SSIM of 'tintype restore', and how well it finds scratches."
        },
        exitCodeList = {
            "0:every photo was restored by every method",
            "1:some photos or methods failed; they are listed at the end",
            "2:the command line is wrong"
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  tintype evaluate --truth sound --input scratched --input noisy --mask mask \\",
            "      --methods input,bm3d:sigma=0.04,telea,classical,tintype-s -o report"
        },
        sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--truth", required = true, paramLabel = "DIR", description = "Sound photos.")
    private Path truth;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "DIR",
            description = "Damaged photos under the same names; repeatable: a table for each.")
    private List<Path> inputs;

    @Option(
            names = "--methods",
            paramLabel = "METHOD,...",
            completionCandidates = MethodNames.Names.class,
            description = "Ways to restore: ${COMPLETION-CANDIDATES}, " + MethodNames.OTHERS + ".")
    private Optional<String> methods = Optional.empty();

    @Option(
            names = "--mask",
            paramLabel = "DIR",
            description =
                    "With --methods: masks under the same names, white where a photo is lost, for stages that fill;"
                            + " a folder, or the name of one that lies in the inputs. Without it they fill what the"
                            + " scratch detector finds.")
    private Optional<Path> mask = Optional.empty();

    @Option(
            names = "--lpips",
            paramLabel = "FILE",
            description = "With --methods: also LPIPS, by this TorchScript; vgg16.pt as NVIDIA publishes it with"
                    + " StyleGAN, or one that is called like it.")
    private Optional<Path> lpips = Optional.empty();

    @Option(
            names = "--fid",
            paramLabel = "FILE",
            description =
                    "With --methods: also FID, by this TorchScript; inception-2015-12-05.pt as NVIDIA publishes it"
                            + " with StyleGAN, or one that is called like it.")
    private Optional<Path> fid = Optional.empty();

    @Option(
            names = "--weights",
            paramLabel = "NAME",
            description = "Without --methods: a name that 'tintype weights list' shows, or a folder"
                    + " (tintype-s unless you say otherwise).")
    private Optional<String> weights = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "With --methods: where the report and the restored photos go; what it wrote there before is"
                    + " replaced. Without: keeps the restored photos, one folder for each input.")
    private Optional<Path> output = Optional.empty();

    @Override
    public Integer call() throws IOException {
        if (methods.isPresent()) {
            return compare(methods.get());
        }
        if (mask.isPresent() || lpips.isPresent() || fid.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--mask, --lpips and --fid go with --methods");
        }
        Restorer restorer =
                WeightsShelf.restorer(WeightsShelf.ofThisProgram().find(weights.orElse(WeightsShelf.STANDARD)));
        for (Path input : inputs) {
            Path masks = input.resolve("mask");
            Evaluation evaluation = new Evaluation(
                    restorer,
                    truth,
                    input,
                    masks.toFile().isDirectory() ? Optional.of(masks) : Optional.empty(),
                    output.map(folder -> folder.resolve(input.getFileName())));
            table(input, evaluation);
        }
        return 0;
    }

    private int compare(String names) throws IOException {
        if (output.isEmpty() || weights.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    output.isEmpty()
                            ? "--methods needs a folder for the report: --output DIR"
                            : "--weights goes without --methods; a folder of weights is a method as well");
        }
        PhotoPairs photos = PhotoPairs.of(truth, inputs, mask);
        try (Screen screen = Screen.of(spec.commandLine())) {
            List<Method> all = methods(names, photos.allMasked());
            String command = "tintype "
                    + String.join(
                            " ", spec.commandLine().getParent().getParseResult().originalArgs());
            Perception perception = new Perception(lpips.map(Lpips::open), fid.map(Fid::open));
            return new MethodComparison(screen).run(photos, all, perception, output.get(), command);
        }
    }

    private List<Method> methods(String names, boolean allMasked) {
        try {
            return new MethodNames(WeightsShelf.ofThisProgram(), allMasked).parse(names);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--methods: " + Failure.sentence(e), e);
        }
    }

    private void table(Path input, Evaluation evaluation) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%n%s%n%n", input.getFileName());
        out.println("| photo | input PSNR / SSIM | restored PSNR / SSIM | mask F1 / AP | seconds |");
        out.println("|---|---|---|---|---|");
        List<Row> rows = new ArrayList<>();
        for (Path file : evaluation.photos()) {
            Row row = evaluation.measure(file);
            rows.add(row);
            print(row.name(), row.before(), row.after(), row.detection().map(Found::of), row.seconds());
        }
        List<Detection> judged =
                rows.stream().flatMap(row -> row.detection().stream()).toList();
        Optional<Found> found = judged.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(mean(judged, Detection::f1), mean(judged, Detection::averagePrecision)));
        print("mean", score(rows, Row::before), score(rows, Row::after), found, mean(rows, Row::seconds));
    }

    /// How well marks were found.
    private record Found(double f1, double averagePrecision) {
        static Found of(Detection detection) {
            return new Found(detection.f1(), detection.averagePrecision());
        }

        String words() {
            return String.format(Locale.ROOT, "%.3f / %.3f", f1, averagePrecision);
        }
    }

    private static Score score(List<Row> rows, Function<Row, Score> score) {
        return new Score(
                mean(rows, row -> Math.min(100, score.apply(row).psnr())),
                mean(rows, row -> score.apply(row).ssim()));
    }

    private static <T> double mean(List<T> rows, ToDoubleFunction<T> number) {
        return rows.stream().mapToDouble(number).average().orElse(Double.NaN);
    }

    private void print(String name, Score before, Score after, Optional<Found> found, double seconds) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "| %s | %.2f / %.3f | %.2f / %.3f | %s | %.1f |%n",
                name,
                before.psnr(),
                before.ssim(),
                after.psnr(),
                after.ssim(),
                found.map(Found::words).orElse("-"),
                seconds);
        out.flush();
    }
}
