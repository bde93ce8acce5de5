package dev.tintype.cli;

import dev.tintype.nn.torch.Tensor;
import dev.tintype.train.lesson.FaceDetectorLesson;
import dev.tintype.train.lesson.FaceLesson;
import dev.tintype.train.lesson.Lesson;
import dev.tintype.train.synthesize.Crowd;
import dev.tintype.train.synthesize.DefaultPlan;
import dev.tintype.train.synthesize.KeptFaces;
import dev.tintype.train.synthesize.KeptPictures;
import dev.tintype.train.synthesize.MendedFace;
import dev.tintype.train.synthesize.MendedFaces;
import dev.tintype.train.synthesize.PhotoLibrary;
import dev.tintype.train.synthesize.Portraits;
import dev.tintype.train.synthesize.Source;
import java.io.IOException;
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
            names = "--adversarial",
            defaultValue = "0",
            paramLabel = "WEIGHT",
            description = "Of a patch discriminator, for face; 0.005 is mild. Default: ${DEFAULT-VALUE}, none")
    private double adversarial;

    FaceOptions() {}

    Lesson<?> refiner(List<Path> photos, KeepOptions keep, Map<String, Tensor> earlier, long seed) throws IOException {
        DefaultPlan plan = DefaultPlan.beforeFaces(keep.networks());
        MendedFaces faces = new MendedFaces(
                Portraits.read(photos, points),
                aged -> plan.apply(aged).restored().samples());
        Optional<KeptPictures> kept = keep.pictures();
        Source<MendedFace> source = kept.isPresent() ? new KeptFaces(faces, kept.get()) : faces;
        return new FaceLesson(source, adversarial, earlier, seed);
    }

    Lesson<?> detector(PhotoLibrary backgrounds, Map<String, Tensor> earlier, long seed) throws IOException {
        return new FaceDetectorLesson(new Crowd(backgrounds, Portraits.read(portraits, points)), earlier, seed);
    }
}
