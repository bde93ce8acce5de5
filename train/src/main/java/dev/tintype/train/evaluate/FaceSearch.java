package dev.tintype.train.evaluate;

import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.stage.Face;
import dev.tintype.nn.stage.Faces;
import dev.tintype.nn.stage.Likeness;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Counts how many faces are found that are known to be there, and how many that are not.
///
/// A face is found where another's middle is nearer than half the distance of its eyes, and its eyes are at most 1.6
/// times as far apart, or as near.
public final class FaceSearch {
    private static final double NEAR = 0.5;
    private static final double ALIKE = 1.6;

    private final Faces faces;
    private final List<Double> errors = new ArrayList<>();
    private int photos;
    private int wanted;
    private int wrong;
    private double seconds;

    public FaceSearch(Faces faces) {
        this.faces = faces;
    }

    /// Searches one photo.
    ///
    /// @param there the faces that count
    /// @param doubtful others that may be found or not
    public void search(Photo photo, List<FacePoints> there, List<FacePoints> doubtful) {
        Samples scan = Samples.of(photo, Depth.BITS_8);
        long start = System.nanoTime();
        List<Face> found = faces.find(scan);
        seconds += (System.nanoTime() - start) / 1e9;
        photos++;
        wanted += there.size();
        for (FacePoints face : there) {
            found.stream()
                    .map(Face::points)
                    .filter(points -> isFound(face, points))
                    .findFirst()
                    .ifPresent(points -> errors.add(
                            Likeness.drift(face, faces.look(scan, points).orElse(points))));
        }
        wrong += (int) found.stream()
                .map(Face::points)
                .filter(points -> there.stream().noneMatch(face -> isFound(face, points)))
                .filter(points -> doubtful.stream().noneMatch(face -> isFound(face, points)))
                .count();
    }

    private static boolean isFound(FacePoints face, FacePoints points) {
        double ratio = points.eyeDistance() / face.eyeDistance();
        return points.centre().distance(face.centre()) <= NEAR * face.eyeDistance()
                && ratio <= ALIKE
                && ratio >= 1 / ALIKE;
    }

    /// The share that was found, 0 to 1.
    public double recall() {
        return (double) errors.size() / wanted;
    }

    /// Faces found where none is, for each photo.
    public double falseAlarms() {
        return (double) wrong / photos;
    }

    /// In a line of a table.
    public String line(String name) {
        double[] sorted =
                errors.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double middle = sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
        String off = String.format(
                Locale.ROOT,
                "%.1f %% / %.1f %%",
                100 * middle,
                100 * Arrays.stream(sorted).average().orElse(Double.NaN));
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %s | %.2f | %s | %.2f |%n",
                name,
                photos,
                wanted,
                wanted == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * recall()),
                falseAlarms(),
                sorted.length == 0 ? "-" : off,
                seconds / photos);
    }

    /// The head of the table that [#line] is for.
    public static String head() {
        return """
                | searched | photos | faces | found | false alarms a photo | points off, median / mean | s a photo |
                |---|---|---|---|---|---|---|
                """;
    }
}
