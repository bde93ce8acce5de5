package dev.tintype.cli;

import dev.tintype.cli.DeblurScore.Quality;
import dev.tintype.damage.Psf;
import dev.tintype.diagnose.PsfEstimate;
import dev.tintype.diagnose.PsfEstimator;
import dev.tintype.photo.Photo;
import dev.tintype.photo.UnreadablePhotoException;
import dev.tintype.read.PhotoReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `tintype compare-deblur PHOTO -o DIR`.
@Command(
        name = "compare-deblur",
        description = {
            "Blur a sharp photo and compare what inverse and Wiener filters and others make of it.",
            "Writes comparison.md, comparison.csv, comparison.png (PSNR by noise) and details.png."
        },
        sortOptions = false)
final class CompareDeblurCommand implements Callable<Integer> {
    private static final int DETAIL = 96; // pixels along a side of what the contact sheet shows

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PHOTO", description = "A sharp photo.")
    private Path photo = Path.of("");

    @Option(names = "--psf", paramLabel = "PSF", description = PsfArgument.FORMS + "; in pixels (${DEFAULT-VALUE}).")
    private String psf = "motion:15:30";

    @Option(
            names = "--noise",
            split = ",",
            paramLabel = "SIGMA",
            description = "Standard deviations of the noise that is added, of 255 (0,1,5,10).")
    private List<Double> noises = List.of(0.0, 1.0, 5.0, 10.0);

    @Option(
            names = "--side",
            paramLabel = "PIXELS",
            description = "How much of the photo's middle is used, at most (${DEFAULT-VALUE}).")
    private int side = 768;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "Where the table, the plot and the contact sheet go.")
    private Path output = Path.of("");

    CompareDeblurCommand() {}

    @Override
    public Integer call() throws IOException {
        Psf blur = blur();
        for (double noise : noises) {
            if (!(noise >= 0 && noise <= 100)) {
                throw new ParameterException(spec.commandLine(), "--noise may be 0 to 100, not " + noise);
            }
        }
        BlurExperiment experiment =
                new BlurExperiment(PhotoReader.read(photo).samples().photo(), blur, side);
        Files.createDirectories(output);
        DetailSheet sheet = new DetailSheet(experiment.truth(), DETAIL);
        List<DeblurScore> scores = new ArrayList<>();
        for (double noise : noises) {
            Photo blurred = experiment.blurred(noise / 255);
            sheet.begin("noise " + DeblurTable.number(noise), blurred);
            scores.addAll(new Trial(experiment.truth(), blurred, noise)
                    .scores(blur, estimated(blurred, Quality.of(blurred, experiment.truth()), noise), sheet));
        }
        DeblurTable table = new DeblurTable(scores);
        table.writeMarkdown(output.resolve("comparison.md"));
        table.writeCsv(output.resolve("comparison.csv"));
        DeblurPlot.write(output.resolve("comparison.png"), scores);
        sheet.write(output.resolve("details.png"));
        spec.commandLine().getOut().print(table.markdown());
        spec.commandLine().getOut().flush();
        return 0;
    }

    private Psf estimated(Photo blurred, Quality quality, double noise) {
        PsfEstimate estimate = PsfEstimator.estimate(blurred);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "noise %s: blurred to %.2f dB, SSIM %.3f; the blur looks like %s, %.2f pixels, %.1f degrees%n",
                DeblurTable.number(noise),
                quality.psnr(),
                quality.ssim(),
                estimate.family().toString().toLowerCase(Locale.ROOT),
                estimate.size(),
                estimate.degrees());
        out.flush();
        return estimate.psf();
    }

    /// One blurred photo, restored by every method.
    private record Trial(Photo truth, Photo blurred, double noise) {
        List<DeblurScore> scores(Psf known, Psf estimated, DetailSheet sheet) {
            List<DeblurScore> scores = new ArrayList<>();
            for (DeblurMethod method : DeblurMethod.values()) {
                scores.add(score(method, known, false, sheet));
                scores.add(score(method, estimated, true, sheet));
            }
            return scores;
        }

        private DeblurScore score(DeblurMethod method, Psf psf, boolean blind, DetailSheet sheet) {
            long start = System.nanoTime();
            Photo restored =
                    BlurExperiment.rounded(method.stage(psf, noise / 255).apply(blurred));
            double seconds = (System.nanoTime() - start) / 1e9;
            if (!blind || method.isShownBlind()) {
                sheet.add(method + (blind ? ", blind" : ""), restored);
            }
            return new DeblurScore(noise, method, blind, Quality.of(restored, truth), seconds);
        }
    }

    private Psf blur() {
        try {
            return Psf.parse(PsfArgument.text(psf));
        } catch (IllegalArgumentException | UnreadablePhotoException e) {
            throw new ParameterException(spec.commandLine(), "--psf: " + Failure.sentence(e), e);
        }
    }
}
