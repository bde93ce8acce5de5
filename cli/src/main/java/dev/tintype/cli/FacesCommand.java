package dev.tintype.cli;

import dev.tintype.nn.UnusableWeightsException;
import dev.tintype.nn.stage.Face;
import dev.tintype.nn.stage.FaceTreatment;
import dev.tintype.nn.stage.Faces;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.plan.FaceWish;
import dev.tintype.read.PhotoReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `tintype faces PHOTO...`.
@Command(
        name = "faces",
        description = {
            "List the faces of photos from left to right: where they are, how blurred and noisy, and what would be done"
                    + " to each.",
            "Numbers are those of 'restore --face N=0..1'. There the rest of the photo is restored first, so that faces"
                    + " may need less."
        },
        sortOptions = false)
final class FacesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "PHOTO", description = "Files, folders and patterns.")
    private List<String> photos = new ArrayList<>();

    @Option(names = "--json", description = "Print JSON, with the five points of each face.")
    private boolean json;

    @Option(names = "--draw", paramLabel = "DIR", description = "Draw the faces and their numbers as PNG.")
    private Optional<Path> draw = Optional.empty();

    @Mixin
    private FaceWishes wishes = new FaceWishes();

    @Option(
            names = "--weights",
            paramLabel = "NAME",
            description = "What the networks have learnt: a name that 'tintype weights list' shows, or a folder"
                    + " (${DEFAULT-VALUE}).")
    private String weights = WeightsShelf.STANDARD;

    FacesCommand() {}

    @Override
    public Integer call() throws IOException {
        FaceWish wish = wish();
        Path folder = WeightsShelf.ofThisProgram().find(weights);
        Faces.lack(folder).ifPresent(lack -> {
            throw new UnusableWeightsException(lack);
        });
        PhotoArguments arguments = PhotoArguments.of(photos);
        Faces faces = Faces.open(folder, wishes.detector());
        List<Failure> failures = new ArrayList<>(arguments.failures());
        FacesJson document = new FacesJson();
        StemNames names = new StemNames();
        for (PhotoArguments.Found found : arguments.found()) {
            try {
                long start = System.nanoTime();
                Samples scan = PhotoReader.read(found.file()).samples();
                List<FaceTreatment> treatments = examined(faces, scan, wish);
                double seconds = (System.nanoTime() - start) / 1e9;
                if (json) {
                    document.add(found.file(), scan.size(), treatments, seconds);
                } else {
                    say(found.file(), scan, treatments, seconds);
                }
                if (draw.isPresent()) {
                    new FacesPicture(scan, treatments).write(draw.get().resolve(names.of(found) + "-faces.png"));
                }
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                failures.add(Failure.of(found.file().toString(), e));
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? document.text() : "");
        out.flush();
        failures.forEach(failure -> spec.commandLine().getErr().println(failure));
        return failures.isEmpty() ? 0 : Failure.EXIT_CODE;
    }

    private FaceWish wish() {
        try {
            return wishes.wish().orElse(new FaceWish(Optional.of(0.0), Map.of()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static List<FaceTreatment> examined(Faces faces, Samples scan, FaceWish wish) {
        List<Face> found = faces.find(scan);
        List<FaceTreatment> treatments = new ArrayList<>();
        for (int number = 1; number <= found.size(); number++) {
            treatments.add(faces.examine(scan, found, number, wish));
        }
        return treatments;
    }

    private void say(Path photo, Samples scan, List<FaceTreatment> treatments, double seconds) {
        PrintWriter out = spec.commandLine().getOut();
        String count =
                treatments.isEmpty() ? "no face" : treatments.size() == 1 ? "a face" : treatments.size() + " faces";
        out.printf(Locale.ROOT, "%s: %s (%.1f s)%n", photo, count, seconds);
        for (int i = 0; i < treatments.size(); i++) {
            FaceTreatment treatment = treatments.get(i);
            Region box = treatment.face().box(scan.size());
            out.printf(
                    Locale.ROOT,
                    "  %d: %d x %d pixels at column %d, row %d; blur %.1f pixels, noise %.1f of 255; %s%n",
                    i + 1,
                    box.size().width(),
                    box.size().height(),
                    box.column(),
                    box.row(),
                    treatment.condition().blur(),
                    255 * treatment.condition().noise(),
                    treatment.words());
        }
        out.flush();
    }
}
