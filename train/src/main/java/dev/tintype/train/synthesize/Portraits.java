package dev.tintype.train.synthesize;

import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.nn.stage.Face;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/// Sharp portraits, and where the face of each is.
///
/// @param skipped one sentence for each file that could not be used
public record Portraits(List<Portrait> portraits, List<String> skipped) {
    private static final double TURNED = Math.toRadians(4); // standard deviations of what a detector gets wrong
    private static final double SCALED = 0.04;
    private static final double MOVED = 0.05; // of the distance between the eyes
    private static final int NUMBERS = 10;

    /// A photo and the five points of a face in it.
    ///
    /// @param name of its file
    /// @param alone whether no other face is known in the photo
    public record Portrait(String name, Samples photo, FacePoints points, boolean alone) {
        Face face() {
            return new Face(points, 1);
        }
    }

    /// All pictures below some folders.
    ///
    /// @param points a CSV file, a line for each face: the file's name without its folder, then column and row
    /// in pixels of left eye, right eye, nose, left and right corner of the mouth. Pictures that it does not name
    /// are left out. Without it each has one face, where passport photos have it.
    public static Portraits read(List<Path> folders, Optional<Path> points) throws IOException {
        Map<String, List<FacePoints>> known = points.isPresent() ? points(points.get()) : Map.of();
        List<Portrait> portraits = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (Path file : PhotoLibrary.files(folders)) {
            String name = file.getFileName().toString();
            if (points.isPresent() && !known.containsKey(name)) {
                skipped.add("%s: its points are not known".formatted(file));
                continue;
            }
            PhotoLibrary.read(file, skipped).ifPresent(photo -> {
                List<FacePoints> faces = known.getOrDefault(name, List.of(usual(photo.size())));
                faces.forEach(face -> portraits.add(new Portrait(name, photo, face, faces.size() == 1)));
            });
        }
        return new Portraits(List.copyOf(portraits), List.copyOf(skipped));
    }

    private static Map<String, List<FacePoints>> points(Path file) throws IOException {
        Map<String, List<FacePoints>> points = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.split(",", -1);
            if (fields.length != NUMBERS + 1) {
                throw new IllegalArgumentException(
                        "%s: a line has a name and %d numbers, not '%s'".formatted(file, NUMBERS, line));
            }
            points.computeIfAbsent(fields[0], _ -> new ArrayList<>())
                    .add(new FacePoints(
                            point(fields, 1), point(fields, 3), point(fields, 5), point(fields, 7), point(fields, 9)));
        }
        return points;
    }

    private static Point point(String[] fields, int column) {
        return new Point(Double.parseDouble(fields[column + 1]), Double.parseDouble(fields[column]));
    }

    /// Where portraits have their faces: eyes a little above the middle, a fifth of the width apart.
    private static FacePoints usual(Size size) {
        double scale = 0.7 * size.width();
        double left = 0.15 * size.width();
        double top = 0.42 * size.height() - 0.424 * scale;
        return FacePoints.upright(1).map(point -> new Point(top + scale * point.row(), left + scale * point.column()));
    }

    /// Those with at least so many pixels along the side of the square in which a face is refined.
    public Portraits large(int pixels) {
        return new Portraits(
                portraits.stream()
                        .filter(portrait -> portrait.face().covered() >= pixels)
                        .toList(),
                List.of());
    }

    Portrait random(RandomGenerator random) {
        return portraits.get(random.nextInt(portraits.size()));
    }

    /// A random portrait, its face where a detector would find it, a little off.
    Portrait found(RandomGenerator random) {
        Portrait portrait = random(random);
        FacePoints points = portrait.points();
        return new Portrait(portrait.name(), portrait.photo(), points.map(jitter(points, random)), portrait.alone());
    }

    private static UnaryOperator<Point> jitter(FacePoints points, RandomGenerator random) {
        double eyes = points.eyeDistance();
        double angle = TURNED * random.nextGaussian();
        double scale = 1 + SCALED * random.nextGaussian();
        double a = scale * Math.cos(angle);
        double b = scale * Math.sin(angle);
        double right = MOVED * eyes * random.nextGaussian();
        double down = MOVED * eyes * random.nextGaussian();
        Point middle = points.nose();
        return point -> {
            double row = point.row() - middle.row();
            double column = point.column() - middle.column();
            return new Point(
                    middle.row() + b * column + a * row + down, middle.column() + a * column - b * row + right);
        };
    }
}
