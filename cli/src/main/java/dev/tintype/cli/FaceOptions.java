package dev.tintype.cli;

import dev.tintype.nn.net.FaceRefiner;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.train.lesson.FaceDetectorLesson;
import dev.tintype.train.lesson.FaceLesson;
import dev.tintype.train.lesson.Lesson;
import dev.tintype.train.synthesize.Crowd;
import dev.tintype.train.synthesize.DefaultPlan;
import dev.tintype.train.synthesize.FaceParts;
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
    private static final int LEAST = FaceRefiner.SIDE / 2; // pixels: smaller faces have nothing to teach
    private static final int LARGE = 5; // times fewer large faces are kept: parts of them are many

    @Option(
            names = "--portraits",
            paramLabel = "DIR",
            description = "Photos of people, for face-detector, which sets their faces before --photos; repeatable.")
    private List<Path> portraits = List.of();

    @Option(
            names = "--points",
            paramLabel = "FILE",
            description = "Where the faces are: a CSV of file name, then column and row of left eye, right eye, nose,"
                    + " left and right corner of the mouth, a line for each face. Default: one in each photo, where"
                    + " passport photos have it")
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
        Portraits portraits = Portraits.read(photos, points).large(LEAST);
        if (portraits.portraits().isEmpty()) {
            throw new IllegalArgumentException(
                    "no photo of %s is known to show a face that is %d pixels high with hair and neck; give larger ones,"
                                    .formatted(photos, LEAST)
                            + " or say by --points where their faces are");
        }
        Portraits large = portraits.large(FaceRefiner.SIDE);
        Optional<KeptPictures> kept = keep.pictures();
        Source<MendedFace> faces = mended(portraits, plan, kept);
        return new FaceLesson(
                large.portraits().isEmpty()
                        ? faces
                        : new FaceParts(faces, mended(large, plan, kept.map(all -> all.fewer(LARGE)))),
                adversarial,
                earlier,
                seed);
    }

    private static Source<MendedFace> mended(Portraits portraits, DefaultPlan plan, Optional<KeptPictures> kept) {
        MendedFaces faces =
                new MendedFaces(portraits, aged -> plan.apply(aged).restored().samples());
        return kept.isPresent() ? new KeptFaces(faces, kept.get()) : faces;
    }

    Lesson<?> detector(PhotoLibrary backgrounds, Map<String, Tensor> earlier, long seed) throws IOException {
        return new FaceDetectorLesson(new Crowd(backgrounds, Portraits.read(portraits, points)), earlier, seed);
    }
}
