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
import dev.tintype.photo.Tiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Finds the faces of a scan and five points of each. The network looks at tiles of copies of its brightness, each of
/// half the size of the one before. Of faces that are too near to each other the surest stays, and its points become
/// the mean of what all places said that saw the same face. What small upright views of the place do not show again is
/// none: clouds and leaves look like a face by chance, and hardly twice.
///
/// Memory: a copy in 8 bits of half the scan, and one tile of 768 x 768 pixels, however many faces there are.
///
/// @param least sureness from which a place is a face, 0 to 1
public record FaceDetector(FaceNet network, double least) {
    private static final double APART = 0.9; // eye distances between two faces
    private static final double SAME = 0.5; // eye distances within which places speak of one face
    private static final double ALIKE = 1.5; // times that its eyes may be further apart
    private static final int SMALLEST = 32; // pixels of a copy's shorter side
    private static final int LARGEST = 20_000_000; // pixels; of larger scans the search begins at half the size
    private static final Size VIEW = new Size(48, 48);
    private static final double[] VIEWS = {8, 10, 12}; // pixels between the eyes
    private static final int SIDE = 768; // of a tile
    private static final int HALO = 128; // pixels around it that are seen

    /// All faces, from left to right.
    public List<Face> find(Samples scan) {
        List<Face> all = new ArrayList<>();
        Samples copy = scan;
        int times = 1;
        while (Math.min(copy.size().width(), copy.size().height()) >= SMALLEST) {
            if (copy.size().area() <= LARGEST) {
                for (Tiles.Tile tile : new Tiles(copy.size(), SIDE, HALO).all()) {
                    all.addAll(find(copy, tile, times));
                }
            }
            copy = Halves.of(copy);
            times *= 2;
        }
        all.sort(Comparator.comparingDouble(Face::sureness).reversed());
        return surest(all).stream()
                .filter(face -> look(scan, face.points()).isPresent())
                .sorted(Comparator.comparingDouble(
                        face -> face.points().centre().column()))
                .toList();
    }

    /// The faces whose middles are in a tile of a copy, in the pixels of the scan.
    ///
    /// @param times how many times smaller the copy is
    private List<Face> find(Samples copy, Tiles.Tile tile, int times) {
        Photo seen = copy.photo(tile.seen());
        List<Face> faces = new ArrayList<>();
        for (Face face : places(new Photo(List.of(seen.luminance())))) {
            FacePoints there = face.points()
                    .map(point -> new Point(
                            point.row() + tile.seen().row(),
                            point.column() + tile.seen().column()));
            if (inside(there.centre(), tile)) {
                faces.add(new Face(there.map(point -> enlarged(point, times)), face.sureness()));
            }
        }
        return faces;
    }

    /// Those outside the photo are in the nearest tile.
    private static boolean inside(Point point, Tiles.Tile tile) {
        int row = tile.inside().row();
        int column = tile.inside().column();
        double down = point.row() - tile.core().row();
        double right = point.column() - tile.core().column();
        boolean first = down >= 0 || row == 0;
        boolean left = right >= 0 || column == 0;
        boolean last = down < tile.core().size().height()
                || row + tile.core().size().height() == tile.seen().size().height();
        boolean end = right < tile.core().size().width()
                || column + tile.core().size().width() == tile.seen().size().width();
        return first && left && last && end;
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
        return voices.isEmpty() ? Optional.empty() : Optional.of(mean(voices));
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

    /// The middle of a pixel of the copy is the middle of the pixels that it was made of.
    private static Point enlarged(Point place, int times) {
        return new Point(times * (place.row() + 0.5) - 0.5, times * (place.column() + 0.5) - 0.5);
    }

    /// @param all the surest first
    private static List<Face> surest(List<Face> all) {
        List<Face> kept = new ArrayList<>();
        for (Face face : all) {
            if (kept.stream().noneMatch(other -> distance(face, other) < APART * wider(face, other))) {
                kept.add(face);
            }
        }
        return kept.stream()
                .map(face -> new Face(agreed(face, all), face.sureness()))
                .toList();
    }

    /// The mean of the points of all who see the same face, the surer the more.
    private static FacePoints agreed(Face surest, List<Face> all) {
        return mean(all.stream().filter(face -> isSame(face, surest)).toList());
    }

    private static FacePoints mean(List<Face> voices) {
        double total = voices.stream().mapToDouble(Face::sureness).sum();
        return FacePoints.of(IntStream.range(0, 5)
                .mapToObj(i -> {
                    double row = 0;
                    double column = 0;
                    for (Face voice : voices) {
                        Point point = voice.points().all().get(i);
                        row += voice.sureness() * point.row() / total;
                        column += voice.sureness() * point.column() / total;
                    }
                    return new Point(row, column);
                })
                .toList());
    }

    private static boolean isSame(Face one, Face other) {
        double narrower = Math.min(one.points().eyeDistance(), other.points().eyeDistance());
        return distance(one, other) <= SAME * narrower && wider(one, other) <= ALIKE * narrower;
    }

    private static double wider(Face one, Face other) {
        return Math.max(one.points().eyeDistance(), other.points().eyeDistance());
    }

    private static double distance(Face one, Face other) {
        return one.points().centre().distance(other.points().centre());
    }
}
