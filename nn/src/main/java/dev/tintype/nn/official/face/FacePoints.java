package dev.tintype.nn.official.face;

import java.util.List;
import java.util.function.UnaryOperator;

/// Five points of a face, by which it is turned upright; left and right as seen in the photo.
public record FacePoints(Point leftEye, Point rightEye, Point nose, Point leftMouth, Point rightMouth) {

    /// Where an upright face has them in a square.
    ///
    /// Source: `align_warp_back_multiple_dlib.py` of the released code.
    ///
    /// @param side of the square, pixels
    public static FacePoints upright(int side) {
        return new FacePoints(
                upright(226, 196, side),
                upright(226, 316, side),
                upright(286, 256, side),
                upright(360.4f, 220, side),
                upright(360.4f, 292, side));
    }

    /// From a square of 512 that is 1.3 times as wide, in the precision of the release.
    private static Point upright(float row, float column, int side) {
        return new Point(inner(row) * side, inner(column) * side);
    }

    private static float inner(float place) {
        return ((place / 256 - 1) * 1.3f + 1) / 2;
    }

    /// The points of a list that [#all] could have made.
    public static FacePoints of(List<Point> five) {
        return new FacePoints(five.get(0), five.get(1), five.get(2), five.get(3), five.get(4));
    }

    /// Every point moved.
    public FacePoints map(UnaryOperator<Point> move) {
        return of(all().stream().map(move).toList());
    }

    /// Pixels between the eyes.
    public double eyeDistance() {
        return leftEye.distance(rightEye);
    }

    /// The middle of the five points.
    public Point centre() {
        double row = all().stream().mapToDouble(Point::row).average().orElseThrow();
        double column = all().stream().mapToDouble(Point::column).average().orElseThrow();
        return new Point(row, column);
    }

    /// Left eye, right eye, nose, left and right corner of the mouth.
    public List<Point> all() {
        return List.of(leftEye, rightEye, nose, leftMouth, rightMouth);
    }

    /// A place in a photo, pixels from the middle of its first pixel.
    public record Point(double row, double column) {
        /// Pixels from here to there.
        public double distance(Point there) {
            return Math.hypot(there.row - row, there.column - column);
        }
    }
}
