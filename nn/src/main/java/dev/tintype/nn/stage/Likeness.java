package dev.tintype.nn.stage;

import dev.tintype.measure.Ssim;
import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether a face is still the same person's.
///
/// @param drift mean distance that the five points moved, in distances of the eyes
/// @param structure structural similarity at 32 x 32 pixels, where features are but no detail, up to 1
/// @param colour how far the mean colour moved, sample units, root mean square of the channels
public record Likeness(double drift, double structure, double colour) {
    /// Nothing was changed.
    static final Likeness SAME = new Likeness(0, 1, 0);

    private static final double MOST_DRIFT = 0.04;
    private static final double LEAST_STRUCTURE = 0.9;
    private static final double MOST_COLOUR = 0.025;
    private static final int SMALL = 32; // side, pixels

    /// Of two upright faces in squares of one size, a multiple of 32 pixels. Points count that are found both before
    /// and after; where they are lost by the change, they have moved by all the distance of the eyes.
    static Likeness of(FaceDetector detector, Photo before, Photo after) {
        FacePoints usual = Face.upright(before.size().width());
        Optional<FacePoints> from = detector.look(before, usual);
        double drift = from.map(points -> detector.look(after, usual)
                        .map(others -> drift(points, others))
                        .orElse(1.0))
                .orElse(0.0);
        return new Likeness(drift, new Ssim().score(small(after), small(before)), colour(before, after));
    }

    /// Mean distance of five points from where they were, in distances of the eyes.
    public static double drift(FacePoints from, FacePoints to) {
        double sum = 0;
        for (int i = 0; i < 5; i++) {
            sum += from.all().get(i).distance(to.all().get(i));
        }
        return sum / 5 / from.eyeDistance();
    }

    private static Photo small(Photo face) {
        return new Photo(List.of(MeanWarp.smaller(face.luminance(), face.size().width() / SMALL)));
    }

    private static double colour(Photo before, Photo after) {
        double squares = 0;
        for (int c = 0; c < before.planes().size(); c++) {
            double shift = mean(after.planes().get(c)) - mean(before.planes().get(c));
            squares += shift * shift / before.planes().size();
        }
        return Math.sqrt(squares);
    }

    private static double mean(Plane plane) {
        double sum = 0;
        for (float sample : plane.toArray()) {
            sum += sample;
        }
        return sum / plane.size().area();
    }

    boolean fits() {
        return drift <= MOST_DRIFT && structure >= LEAST_STRUCTURE && colour <= MOST_COLOUR;
    }

    /// In words, for a report.
    public String words() {
        return String.format(
                Locale.ROOT,
                "points moved by %.1f %% of the eyes' distance, likeness %.3f, colour by %.1f of 255",
                100 * drift,
                structure,
                255 * colour);
    }
}
