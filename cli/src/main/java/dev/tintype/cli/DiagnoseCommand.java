package dev.tintype.cli;

import dev.tintype.diagnose.Diagnosis;
import dev.tintype.diagnose.DiagnosisPictures;
import dev.tintype.diagnose.Diagnostician;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Scan;
import dev.tintype.read.PhotoReader;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `tintype diagnose PHOTO...`.
@Command(
        name = "diagnose",
        description = "Say what is wrong with photos: noise, blur, JPEG blocks, fading, scratches.",
        sortOptions = false)
final class DiagnoseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "PHOTO", description = "Files, folders and patterns.")
    private List<String> photos = new ArrayList<>();

    @Option(names = "--json", description = "Print JSON, with the numbers that each finding rests on.")
    private boolean json;

    @Option(
            names = "--draw",
            paramLabel = "DIR",
            description = "Draw the point spread function, the spectrum, the histogram and what is scratched as PNG.")
    private Optional<Path> draw = Optional.empty();

    DiagnoseCommand() {}

    @Override
    public Integer call() throws IOException {
        PhotoArguments arguments = PhotoArguments.of(photos);
        List<Failure> failures = new ArrayList<>(arguments.failures());
        Diagnostician diagnostician = Diagnostician.standard();
        DiagnosisJson document = new DiagnosisJson();
        StemNames names = new StemNames();
        for (PhotoArguments.Found found : arguments.found()) {
            try {
                Photo photo = PhotoReader.read(found.file()).samples().photo();
                long start = System.nanoTime();
                Diagnosis diagnosis = diagnostician.diagnose(photo);
                double seconds = (System.nanoTime() - start) / 1e9;
                if (json) {
                    document.add(found.file(), photo.size(), diagnosis, seconds);
                } else {
                    say(found.file(), diagnosis, seconds);
                }
                if (draw.isPresent()) {
                    draw(new DiagnosisPictures(photo, diagnosis), draw.get(), names.of(found));
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

    private void say(Path photo, Diagnosis diagnosis, double seconds) {
        PrintWriter out = spec.commandLine().getOut();
        String found = diagnosis.findings().isEmpty() ? "nothing wrong" : "";
        out.printf(
                Locale.ROOT,
                "%s: %s%s%s (%.1f s)%n",
                photo,
                diagnosis.toning().words(),
                found.isEmpty() ? "" : ", ",
                found,
                seconds);
        diagnosis.findings().forEach(finding -> out.println("  " + finding.sentence()));
        out.flush();
    }

    /// Writes pictures as `NAME-spectrum.png` and so on.
    private static void draw(DiagnosisPictures pictures, Path folder, String name) throws IOException {
        Files.createDirectories(folder.resolve(name).toAbsolutePath().getParent());
        pictures.all()
                .forEach((kind, picture) -> PhotoWriter.write(
                        Scan.drawn(picture), folder.resolve("%s-%s.png".formatted(name, kind)), true));
    }
}
