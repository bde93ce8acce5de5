package dev.tintype.nn.stage;

import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Tiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Has a detector look at tiles of copies of a scan, each of half the size of the one before. Of faces that are too
/// near
/// to each other the surest stays, and its points become the mean of what all places said that saw the same face.
///
/// Memory: a copy in 8 bits of half the scan, and one tile, however many faces there are.
///
/// @param places the faces of a tile, in its pixels; a face may be said by many places
/// @param side of a tile, pixels, a multiple of 64
/// @param halo pixels around it that are seen, a multiple of 64
record FacePyramid(Function<Photo, List<Face>> places, int side, int halo) {
    private static final double APART = 0.9; // eye distances between two faces
    private static final double SAME = 0.5; // eye distances within which places speak of one face
    private static final double ALIKE = 1.5; // times that its eyes may be further apart
    private static final int SMALLEST = 32; // pixels of a copy's shorter side
    private static final int LARGEST = 20_000_000; // pixels; of larger scans the search begins at half the size

    /// All faces, the surest first.
    List<Face> find(Samples scan) {
        List<Face> all = new ArrayList<>();
        Samples copy = scan;
        int times = 1;
        while (Math.min(copy.size().width(), copy.size().height()) >= SMALLEST) {
            if (copy.size().area() <= LARGEST) {
                for (Tiles.Tile tile : new Tiles(copy.size(), side, halo).all()) {
                    all.addAll(find(copy, tile, times));
                }
            }
            copy = Halves.of(copy);
            times *= 2;
        }
        all.sort(Comparator.comparingDouble(Face::sureness).reversed());
        return surest(all);
    }

    /// The faces whose middles are in a tile of a copy, in the pixels of the scan.
    ///
    /// @param times how many times smaller the copy is
    private List<Face> find(Samples copy, Tiles.Tile tile, int times) {
        List<Face> faces = new ArrayList<>();
        for (Face face : places.apply(copy.photo(tile.seen()))) {
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
        return Face.mean(all.stream().filter(face -> isSame(face, surest)).toList());
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
