package dev.tintype.nn.stage;

import dev.tintype.nn.net.FaceNet;
import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Photo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Finds the faces of a photo and five points of each: the network looks at copies of its brightness, each of half the
/// size of the one before, and of faces that are too near to each other the surest stays.
///
/// @param least sureness from which a place is a face, 0 to 1
public record FaceDetector(FaceNet network, double least) {
    private static final double APART = 0.9; // eye distances between two faces
    private static final int SMALLEST = 32; // pixels of a copy's shorter side

    /// A face.
    ///
    /// @param sureness 0 to 1
    public record Found(FacePoints points, double sureness) {}

    /// All faces, the surest first.
    public List<Found> find(Photo photo) {
        List<Found> all = new ArrayList<>();
        try (Scope _ = Scope.open()) {
            Tensor copy = Pixels.of(List.of(new Photo(List.of(photo.luminance()))));
            for (int times = 1; Math.min(copy.size(2), copy.size(3)) >= SMALLEST; times *= 2) {
                all.addAll(find(copy, times));
                copy = copy.averagePool(2, 2, 0);
            }
        }
        all.sort(Comparator.comparingDouble(Found::sureness).reversed());
        return surest(all);
    }

    /// The faces of one copy, in the pixels of the photo.
    ///
    /// @param times how many times smaller the copy is
    private List<Found> find(Tensor copy, int times) {
        int below = Math.floorMod(-(int) copy.size(2), FaceNet.MULTIPLE);
        int right = Math.floorMod(-(int) copy.size(3), FaceNet.MULTIPLE);
        Tensor said = Scope.inference(() -> network.forward(copy.pad("replicate", 0, right, 0, below)));
        float[] sureness = FaceNet.logits(said).sigmoid().toArray();
        float[] points = FaceNet.points(said).toArray();
        int width = (int) said.size(3);
        return IntStream.range(0, sureness.length)
                .filter(i -> sureness[i] >= least)
                .mapToObj(i -> new Found(face(points, i, width, sureness.length, times), sureness[i]))
                .toList();
    }

    private static FacePoints face(float[] points, int place, int width, int area, int times) {
        double row = FaceNet.STRIDE * (place / width) + (FaceNet.STRIDE - 1) / 2.0;
        double column = FaceNet.STRIDE * (place % width) + (FaceNet.STRIDE - 1) / 2.0;
        List<Point> five = IntStream.range(0, 5)
                .mapToObj(i -> new Point(
                        enlarged(row + FaceNet.UNIT * points[(2 * i + 1) * area + place], times),
                        enlarged(column + FaceNet.UNIT * points[2 * i * area + place], times)))
                .toList();
        return new FacePoints(five.get(0), five.get(1), five.get(2), five.get(3), five.get(4));
    }

    /// The middle of a pixel of the copy is the middle of the pixels that it was made of.
    private static double enlarged(double place, int times) {
        return times * (place + 0.5) - 0.5;
    }

    private static List<Found> surest(List<Found> all) {
        List<Found> kept = new ArrayList<>();
        for (Found face : all) {
            if (kept.stream().noneMatch(other -> near(face.points(), other.points()))) {
                kept.add(face);
            }
        }
        return List.copyOf(kept);
    }

    private static boolean near(FacePoints one, FacePoints other) {
        Point here = one.centre();
        Point there = other.centre();
        double distance = Math.hypot(here.row() - there.row(), here.column() - there.column());
        return distance < APART * Math.max(one.eyeDistance(), other.eyeDistance());
    }
}
