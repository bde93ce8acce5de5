package dev.tintype.nn.stage;

import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.nn.official.face.Similarity;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the refiner sees of a face: upright, as it has been mended so far, and as the scan had it. The tones of the
/// latter are brought to those of the former, by a line for each channel that fits best where both are eight times
/// smaller, so that no noise takes part. Where something was lost and filled, the scan shows nothing of the face:
/// there the filled one stands in its place.
///
/// @param original of the size of `mended`
public record FaceView(Photo mended, Photo original) {
    private static final int REDUCED = 8; // times
    private static final double FLAT = 1e-5; // variance without which a line has no slope
    private static final double STEEPEST = 4;

    /// Of a face in a scan.
    ///
    /// @param scan as it came, of the same size and channels
    /// @param lost one channel, white where something was lost
    /// @param place from the square to the scan
    /// @param side of the square, pixels
    public static FaceView of(Samples mended, Samples scan, Optional<Samples> lost, Similarity place, int side) {
        MeanWarp warp = new MeanWarp(place, new Size(side, side));
        Photo face = warp.apply(mended);
        if (scan == mended) {
            return new FaceView(face, face);
        }
        Photo came = warp.apply(scan);
        Optional<Plane> filled = lost.map(mask -> warp.apply(mask).planes().getFirst());
        List<Plane> planes = new ArrayList<>();
        for (int c = 0; c < face.planes().size(); c++) {
            planes.add(seen(face.planes().get(c), came.planes().get(c), filled));
        }
        return new FaceView(face, new Photo(planes));
    }

    /// How far the mended face is from the scan's: root of the mean square over the face, sample units.
    double change() {
        double sum = 0;
        double all = 0;
        int side = mended.size().width();
        for (int c = 0; c < mended.planes().size(); c++) {
            for (int row = 0; row < side; row++) {
                for (int column = 0; column < side; column++) {
                    double share = FaceChange.reach(new Point(row, column), side);
                    double away = mended.planes().get(c).at(row, column)
                            - original.planes().get(c).at(row, column);
                    sum += share * away * away;
                    all += share;
                }
            }
        }
        return Math.sqrt(sum / all);
    }

    /// The part of a photo that a square covers, at least a pixel.
    ///
    /// @param place from the square to the photo
    /// @param low row and column where the square begins
    /// @param high where it ends
    public static Region region(Similarity place, double low, double high, Size photo) {
        List<Point> corners = Stream.of(
                        new Point(low, low), new Point(low, high), new Point(high, low), new Point(high, high))
                .map(place::apply)
                .toList();
        int top = inside(corners.stream().mapToDouble(Point::row).min().orElseThrow(), photo.height());
        int left = inside(corners.stream().mapToDouble(Point::column).min().orElseThrow(), photo.width());
        int bottom = inside(corners.stream().mapToDouble(Point::row).max().orElseThrow() + 1, photo.height());
        int right = inside(corners.stream().mapToDouble(Point::column).max().orElseThrow() + 1, photo.width());
        return new Region(top, left, new Size(right - left + 1, bottom - top + 1));
    }

    private static int inside(double place, int length) {
        return (int) Math.clamp(Math.floor(place), 0, length - 1);
    }

    private static Plane seen(Plane mended, Plane came, Optional<Plane> filled) {
        Plane shown = filled.map(share -> Plane.of(came.size(), (row, column) -> {
                    float base = came.at(row, column);
                    return base + share.at(row, column) * (mended.at(row, column) - base);
                }))
                .orElse(came);
        Line line = Line.between(MeanWarp.smaller(shown, REDUCED), MeanWarp.smaller(mended, REDUCED));
        return shown.map(x -> (float) Math.clamp(line.slope() * x + line.offset(), 0.0, 1.0));
    }

    /// y = slope x + offset.
    private record Line(double slope, double offset) {
        static Line between(Plane fromPlane, Plane toPlane) {
            float[] from = fromPlane.toArray();
            float[] to = toPlane.toArray();
            double x = 0;
            double y = 0;
            double xx = 0;
            double xy = 0;
            for (int i = 0; i < from.length; i++) {
                x += (double) from[i] / from.length;
                y += (double) to[i] / from.length;
                xx += (double) from[i] * from[i] / from.length;
                xy += (double) from[i] * to[i] / from.length;
            }
            double variance = xx - x * x;
            double slope = variance < FLAT ? 1 : Math.clamp((xy - x * y) / variance, 1 / STEEPEST, STEEPEST);
            return new Line(slope, y - slope * x);
        }
    }
}
