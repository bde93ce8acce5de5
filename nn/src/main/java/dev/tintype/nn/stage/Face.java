package dev.tintype.nn.stage;

import dev.tintype.nn.net.FaceRefiner;
import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.nn.official.face.Similarity;
import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.stream.IntStream;

/// A face that was found in a photo.
///
/// @param points in pixels of the photo
/// @param sureness that it is one, 0 to 1
public record Face(FacePoints points, double sureness) {
    private static final double BESIDE = 1.25; // eye distances from the middle of the points to the side of the box
    private static final double BELOW = 1.5; // and to its top and bottom
    private static final double WIDER = 1.3; // times the release's square, so that hair and neck are in it, too
    private static final int STEP = 32; // of the side of a square, pixels

    /// Where an upright face has its points in the square that it is refined in.
    ///
    /// @param side of the square, pixels
    public static FacePoints upright(int side) {
        return upright(side, 1);
    }

    /// The same of a face that is smaller.
    ///
    /// @param share of its usual size
    public static FacePoints upright(int side, double share) {
        double middle = side / 2.0;
        double scale = share / WIDER;
        return FacePoints.upright(side)
                .map(point ->
                        new Point(middle + scale * (point.row() - middle), middle + scale * (point.column() - middle)));
    }

    /// What brings the upright square of a side to where the face is.
    ///
    /// @param side pixels
    Similarity fromSquare(int side) {
        return Similarity.between(upright(side), points);
    }

    /// The side of the upright square that the face is refined in: about as many pixels as the photo has there, a
    /// multiple of 32 from 256 to 640.
    int side() {
        double most = Math.clamp(covered(), FaceRefiner.SIDE, FaceRefiner.LARGEST_SIDE);
        return STEP * (int) Math.round(most / STEP);
    }

    /// How many times larger the face is than the largest square, at least 1.
    double reduced() {
        return Math.max(1, covered() / FaceRefiner.LARGEST_SIDE);
    }

    /// Pixels of the photo that the side of the square covers in which the face is refined.
    public double covered() {
        return FaceRefiner.SIDE * fromSquare(FaceRefiner.SIDE).scale();
    }

    /// The upright rectangle about the face, from above the brows to below the chin, as far as the photo goes; at
    /// least a pixel.
    public Region box(Size photo) {
        Point centre = points.centre();
        double eyes = points.eyeDistance();
        int top = Math.clamp(Math.round(centre.row() - BELOW * eyes), 0, photo.height() - 1);
        int left = Math.clamp(Math.round(centre.column() - BESIDE * eyes), 0, photo.width() - 1);
        int bottom = Math.clamp(Math.round(centre.row() + BELOW * eyes), top + 1, photo.height());
        int right = Math.clamp(Math.round(centre.column() + BESIDE * eyes), left + 1, photo.width());
        return new Region(top, left, new Size(right - left, bottom - top));
    }

    /// The mean of the points of some that are of one face, the surer the more.
    static FacePoints mean(List<Face> voices) {
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
}
