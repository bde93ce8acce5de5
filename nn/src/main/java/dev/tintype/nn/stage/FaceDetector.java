package dev.tintype.nn.stage;

import dev.tintype.nn.net.FaceNet;
import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.nn.official.face.Similarity;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Finds the faces of a scan and five points of each, by a network of our own that looks at brightness. What small
/// upright views of the place do not show again is none: clouds and leaves look like a face by chance, and hardly
/// twice.
///
/// @param least sureness from which a place is a face, 0 to 1
public record FaceDetector(FaceNet network, double least) implements FaceFinder {
    private static final double SAME = 0.5; // eye distances within which a view speaks of the face
    private static final Size VIEW = new Size(48, 48);
    private static final double[] VIEWS = {8, 10, 12}; // pixels between the eyes
    private static final int SIDE = 768; // of a tile
    private static final int HALO = 128; // pixels around it that are seen

    /// All faces, from left to right.
    @Override
    public List<Face> find(Samples scan) {
        return new FacePyramid(tile -> places(new Photo(List.of(tile.luminance()))), SIDE, HALO)
                .find(scan).stream()
                        .filter(face -> look(scan, face.points()).isPresent())
                        .sorted(FaceFinder.FROM_LEFT)
                        .toList();
    }

    /// The points of a face that is about there, found more precisely in small upright views of it, or nothing where no
    /// view shows a face.
    Optional<FacePoints> look(Samples scan, FacePoints about) {
        return look(warp -> warp.apply(scan).luminance(), about);
    }

    /// The same in a photo.
    Optional<FacePoints> look(Photo photo, FacePoints about) {
        Plane light = photo.luminance();
        return look(warp -> warp.apply(light), about);
    }

    private Optional<FacePoints> look(Function<MeanWarp, Plane> picture, FacePoints about) {
        List<Face> voices = new ArrayList<>();
        for (double eyes : VIEWS) {
            FacePoints middle = middle(eyes);
            Similarity place = Similarity.between(middle, about);
            Plane view = picture.apply(new MeanWarp(place, VIEW));
            for (Face face : places(new Photo(List.of(view)))) {
                if (face.points().centre().distance(middle.centre()) <= SAME * eyes) {
                    voices.add(new Face(face.points().map(place::apply), face.sureness()));
                }
            }
        }
        return voices.isEmpty() ? Optional.empty() : Optional.of(Face.mean(voices));
    }

    /// Upright points in the middle of a view.
    private static FacePoints middle(double eyes) {
        FacePoints upright = FacePoints.upright(1);
        double scale = eyes / upright.eyeDistance();
        Point centre = upright.centre();
        return upright.map(point -> new Point(
                (VIEW.height() - 1) / 2.0 + scale * (point.row() - centre.row()),
                (VIEW.width() - 1) / 2.0 + scale * (point.column() - centre.column())));
    }

    /// What every place says that is sure of a face, for eyes that are about ten pixels apart.
    List<Face> places(Photo photo) {
        int below = Math.floorMod(-photo.size().height(), FaceNet.MULTIPLE);
        int right = Math.floorMod(-photo.size().width(), FaceNet.MULTIPLE);
        try (Scope _ = Scope.open()) {
            Tensor x = Pixels.of(List.of(photo)).pad("replicate", 0, right, 0, below);
            Tensor said = Scope.inference(() -> network.forward(x));
            float[] sureness = FaceNet.logits(said).sigmoid().toArray();
            float[] points = FaceNet.points(said).toArray();
            int width = (int) said.size(3);
            return IntStream.range(0, sureness.length)
                    .filter(i -> sureness[i] >= least)
                    .mapToObj(i -> new Face(points(points, i, width, sureness.length), sureness[i]))
                    .toList();
        }
    }

    private static FacePoints points(float[] points, int place, int width, int area) {
        double row = FaceNet.STRIDE * (place / width) + (FaceNet.STRIDE - 1) / 2.0;
        double column = FaceNet.STRIDE * (place % width) + (FaceNet.STRIDE - 1) / 2.0;
        List<Point> five = IntStream.range(0, 5)
                .mapToObj(i -> new Point(
                        row + FaceNet.UNIT * points[(2 * i + 1) * area + place],
                        column + FaceNet.UNIT * points[2 * i * area + place]))
                .toList();
        return FacePoints.of(five);
    }
}
