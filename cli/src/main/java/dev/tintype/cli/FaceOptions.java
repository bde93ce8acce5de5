package dev.tintype.cli;

import dev.tintype.nn.stage.Networks;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.train.lesson.FaceDetectorLesson;
import dev.tintype.train.lesson.FaceLesson;
import dev.tintype.train.lesson.Lesson;
import dev.tintype.train.synthesize.Crowd;
import dev.tintype.train.synthesize.KeptFaces;
import dev.tintype.train.synthesize.MendedFaces;
import dev.tintype.train.synthesize.PhotoLibrary;
import dev.tintype.train.synthesize.Portraits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/// What training the networks for faces needs besides.
final class FaceOptions {
    @Option(
            names = "--portraits",
            paramLabel = "DIR",
            description = "Photos of one face each, for face-detector, which sets them before --photos; repeatable.")
    private List<Path> portraits = List.of();

    @Option(
            names = "--points",
            paramLabel = "FILE",
            description = "Where the faces are: a CSV of file name, then column and row of left eye, right eye, nose,"
                    + " left and right corner of the mouth. Default: where passport photos have them")
    private Optional<Path> points = Optional.empty();

    @Option(
            names = "--restored-by",
            paramLabel = "NAME",
            defaultValue = WeightsShelf.STANDARD,
            description = "Weights, for face: what the default plan leaves of aged portraits with these is learnt"
                    + " (${DEFAULT-VALUE}).")
    private String restoredBy;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Where restored faces are kept, for face, for they take longer to make than to learn from;"
                    + " others may go on with them.")
    private Optional<Path> keep = Optional.empty();

    @Option(
            names = "--kept",
            defaultValue = "4000",
            paramLabel = "FACES",
            description = "How many are kept. Default: ${DEFAULT-VALUE}")
    private int kept;

    @Option(
            names = "--adversarial",
            defaultValue = "0",
            paramLabel = "WEIGHT",
            description = "Of a patch discriminator, for face; 0.005 is mild. Default: ${DEFAULT-VALUE}, none")
    private double adversarial;

    FaceOptions() {}

    Lesson<?> refiner(List<Path> photos, Map<String, Tensor> earlier, long seed) throws IOException {
        Networks networks = Networks.open(WeightsShelf.ofThisProgram().find(restoredBy));
        MendedFaces faces = new MendedFaces(Portraits.read(photos, points), MendedFaces.restoring(networks));
        return new FaceLesson(source(faces), adversarial, earlier, seed);
    }

    private FaceLesson.Source source(MendedFaces faces) throws IOException {
        if (keep.isEmpty()) {
            return faces::sample;
        }
        Files.createDirectories(keep.get());
        return new KeptFaces(faces, keep.get(), kept)::sample;
    }

    Lesson<?> detector(PhotoLibrary backgrounds, Map<String, Tensor> earlier, long seed) throws IOException {
        return new FaceDetectorLesson(new Crowd(backgrounds, Portraits.read(portraits, points)), earlier, seed);
    }
}
