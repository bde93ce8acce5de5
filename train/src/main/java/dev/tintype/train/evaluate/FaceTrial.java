package dev.tintype.train.evaluate;

import dev.tintype.nn.official.face.FacePlace;
import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.stage.Face;
import dev.tintype.nn.stage.Faces;
import dev.tintype.nn.stage.Likeness;
import dev.tintype.nn.stage.Restorer;
import dev.tintype.nn.stage.Restorer.Progress;
import dev.tintype.nn.stage.Restorer.Request;
import dev.tintype.nn.stage.Restorer.Restoration;
import dev.tintype.nn.stage.Restorer.Step;
import dev.tintype.photo.Metadata;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.plan.Planner;
import dev.tintype.train.evaluate.Evaluation.Score;
import dev.tintype.train.synthesize.PortraitAgeing;
import dev.tintype.train.synthesize.PortraitAgeing.Strength;
import dev.tintype.train.synthesize.Portraits.Portrait;
import dev.tintype.train.synthesize.Sample;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Ages portraits, restores them with and without the step for faces, and measures what is inside the box of the face.
///
/// @param rest restores and leaves faces like the rest of the photo
/// @param all does the same and refines faces
public record FaceTrial(Restorer rest, Restorer all, Faces faces) {
    private static final int SIDE = 256; // of a picture of a face

    /// What was measured on one portrait.
    ///
    /// @param strength nothing: the portrait was not aged
    /// @param seconds that the step for faces took
    /// @param said what it did, in words
    /// @param pictures of the upright face: aged, restored without and with faces, true
    public record Row(
            String portrait,
            Optional<Strength> strength,
            Version aged,
            Version plain,
            Version refined,
            double seconds,
            String said,
            List<Photo> pictures) {}

    /// One version of a face.
    ///
    /// @param error mean distance of the five points that are found from those that are found in the truth, in
    /// distances of the eyes; not a number where either are not found
    public record Version(Score score, double error) {}

    /// Ages a portrait and restores it.
    public Row aged(Portrait portrait, Strength strength, long seed) {
        return measure(
                portrait,
                Optional.of(strength),
                PortraitAgeing.sample(portrait.photo().photo(), strength, seed));
    }

    /// Restores a portrait that needs nothing.
    public Row untouched(Portrait portrait) {
        Photo photo = portrait.photo().photo();
        return measure(portrait, Optional.empty(), Sample.sound(photo));
    }

    private Row measure(Portrait portrait, Optional<Strength> strength, Sample sample) {
        Samples aged = Samples.of(sample.aged(), Depth.BITS_16);
        Samples plain = restored(rest, aged).restored().samples();
        Restoration refined = restored(all, aged);
        List<Step> steps = refined.steps().stream()
                .filter(step -> step.name().equals(Planner.FACES))
                .toList();
        String said = steps.stream().map(Step::found).collect(Collectors.joining("; "));
        List<Samples> versions =
                List.of(aged, plain, refined.restored().samples(), Samples.of(sample.sound(), Depth.BITS_16));
        Judge judge = new Judge(portrait.points(), versions.getLast());
        FacePlace place = FacePlace.of(portrait.points(), SIDE);
        return new Row(
                portrait.name(),
                strength,
                judge.judge(versions.get(0)),
                judge.judge(versions.get(1)),
                judge.judge(versions.get(2)),
                steps.stream().mapToDouble(Step::seconds).sum(),
                said,
                versions.stream().map(version -> place.cut(version.photo())).toList());
    }

    private static Restoration restored(Restorer restorer, Samples aged) {
        return restorer.restore(new Scan(aged, Optional.empty(), Metadata.NONE), Request.USUAL, Progress.NONE);
    }

    /// Compares with the truth.
    private class Judge {
        private final FacePoints points;
        private final Photo truth;
        private final Region box;
        private final Optional<FacePoints> found;

        Judge(FacePoints points, Samples truth) {
            this.points = points;
            box = new Face(points, 1).box(truth.size());
            this.truth = truth.photo(box);
            found = faces.look(truth, points);
        }

        Version judge(Samples version) {
            Optional<FacePoints> seen = faces.look(version, points);
            double error = found.isPresent() && seen.isPresent() ? Likeness.drift(found.get(), seen.get()) : Double.NaN;
            return new Version(Score.of(version.photo(box), truth), error);
        }
    }
}
