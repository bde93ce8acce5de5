package dev.tintype.train.lesson;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.net.FaceNet;
import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.train.objective.Loss;
import dev.tintype.train.objective.Loss.Term;
import dev.tintype.train.objective.Player;
import dev.tintype.train.synthesize.Crowd;
import dev.tintype.train.synthesize.Crowd.Group;
import java.util.List;
import java.util.Map;

/// Learns to find faces and their five points: focal loss of the places, L1 of the points.
///
/// A place is a face's if it is nearer to its middle than 0.4 times the distance of its eyes. What lies around it, and
/// faces a little too small or too large, are neither faces nor background.
/// Source: T.-Y. Lin et al., "Focal Loss for Dense Object Detection", 2017, doi:10.1109/ICCV.2017.324.
public final class FaceDetectorLesson implements Lesson<Group> {
    private static final double INSIDE = 0.4; // eye distances from the middle
    private static final double AROUND = 0.9;
    private static final double DOUBTFUL = 1.25; // times too small or too large
    private static final int POINTS = 10; // numbers of five points

    private final Crowd crowd;
    private final FreshParameters parameters;
    private final FaceNet net;

    public FaceDetectorLesson(Crowd crowd, Map<String, Tensor> earlier, long seed) {
        this.crowd = crowd;
        parameters = new FreshParameters(seed, earlier);
        net = FaceNet.of(parameters, FaceNet.SMALL);
    }

    @Override
    public List<Player<List<Group>>> players() {
        return List.of(new Player<>("faces", parameters.tensors(), this::loss));
    }

    private Loss loss(List<Group> batch) {
        Tensor said = net.forward(Pixels.of(batch.stream().map(Group::photo).toList()));
        Wanted wanted = Wanted.of(batch, (int) said.size(2));
        Tensor logits = FaceNet.logits(said);
        Tensor face = wanted.face(); // (N, 1, h, w)
        // log(1 + e^-|l|) + max(l, 0) - l t
        Tensor entropy =
                logits.abs().times(-1).exp().plus(1).log().plus(logits.relu()).minus(logits.times(face));
        Tensor wrong = logits.sigmoid().minus(face).detach().square();
        Tensor count = face.sum().plus(1);
        Tensor error = FaceNet.points(said).minus(wanted.points()).abs().mean(1);
        return Loss.of(
                new Term(
                        "focal",
                        1,
                        entropy.times(wrong).times(wanted.counts()).sum().over(count)),
                new Term("points", 2, error.times(face).sum().over(count)));
    }

    @Override
    public Group sample(int side, long seed) {
        return crowd.sample(side, seed);
    }

    @Override
    public Map<String, Tensor> weights() {
        return parameters.tensors();
    }

    /// The group, where faces were found, where they are.
    @Override
    public List<Photo> show(Group group) {
        try (Scope _ = Scope.open()) {
            Tensor x = Pixels.of(List.of(group.photo()));
            Tensor found = Scope.inference(() -> FaceNet.logits(net.forward(x)).sigmoid());
            Tensor wanted = Wanted.of(List.of(group), (int) found.size(2)).face();
            return List.of(group.photo(), enlarged(found, group), enlarged(wanted, group));
        }
    }

    private static Photo enlarged(Tensor places, Group group) {
        Tensor full = places.upsampleNearest(
                group.photo().size().height(), group.photo().size().width());
        return new Photo(List.of(Plane.copyOf(group.photo().size(), full.toArray(), 0)));
    }

    /// What is to be said of every place.
    ///
    /// @param face 1 where a face is (N, 1, h, w)
    /// @param counts 0 where anything may be said
    /// @param points (N, 10, h, w), where a face is
    private record Wanted(Tensor face, Tensor counts, Tensor points) {
        static Wanted of(List<Group> batch, int side) {
            int area = side * side;
            float[] face = new float[batch.size() * area];
            float[] counts = new float[face.length];
            float[] points = new float[POINTS * face.length];
            for (int n = 0; n < batch.size(); n++) {
                for (int i = 0; i < area; i++) {
                    Point place = new Point(middle(i / side), middle(i % side));
                    counts[n * area + i] = 1;
                    for (FacePoints there : batch.get(n).faces()) {
                        double distance = there.centre().distance(place) / there.eyeDistance();
                        if (distance < INSIDE && found(there, 1)) {
                            face[n * area + i] = 1;
                            write(there, place, points, n * POINTS * area + i, area);
                        } else if (distance < AROUND && found(there, DOUBTFUL)) {
                            counts[n * area + i] = 0;
                        }
                    }
                    counts[n * area + i] = Math.max(counts[n * area + i], face[n * area + i]);
                }
            }
            return new Wanted(
                    Tensor.of(face, batch.size(), 1, side, side),
                    Tensor.of(counts, batch.size(), 1, side, side),
                    Tensor.of(points, batch.size(), POINTS, side, side));
        }

        private static boolean found(FacePoints face, double tolerance) {
            return face.eyeDistance() >= FaceNet.NARROWEST / tolerance
                    && face.eyeDistance() <= FaceNet.WIDEST * tolerance;
        }

        private static void write(FacePoints face, Point place, float[] points, int first, int area) {
            List<Point> all = face.all();
            for (int i = 0; i < all.size(); i++) {
                points[first + 2 * i * area] = (float) (all.get(i).column() - place.column()) / FaceNet.UNIT;
                points[first + (2 * i + 1) * area] = (float) (all.get(i).row() - place.row()) / FaceNet.UNIT;
            }
        }
    }

    private static double middle(int place) {
        return FaceNet.STRIDE * place + (FaceNet.STRIDE - 1) / 2.0;
    }
}
