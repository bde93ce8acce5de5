package dev.tintype.nn.stage;

import dev.tintype.nn.UnusableWeightsException;
import dev.tintype.nn.Weights;
import dev.tintype.nn.net.FaceNet;
import dev.tintype.nn.net.FaceRefiner;
import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.nn.official.face.Similarity;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Size;
import dev.tintype.plan.FaceWish;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the faces of a scan and refines them one by one. What is added to a face is made in an upright square and
/// brought back alone, so that samples to which nothing is added keep their numbers, and a face that is larger than the
/// square keeps its detail.
///
/// Memory: one face at a time, however many there are.
public final class Faces {
    /// Names of the weights files that are needed, without their extension.
    static final List<String> WEIGHTS = List.of("face-detector", "face");

    private static final double SURE = 0.55; // that something is a face
    private static final double LESS = 0.7; // times, where a face would not stay the same person's
    private static final double NOTHING = 0.1; // strength below which a face is left alone

    private final FaceFinder finder;
    private final FaceDetector detector;
    private final FaceRefiner refiner;

    Faces(FaceDetector detector, FaceRefiner refiner) {
        this(detector, detector, refiner);
    }

    private Faces(FaceFinder finder, FaceDetector detector, FaceRefiner refiner) {
        this.finder = finder;
        this.detector = detector;
        this.refiner = refiner;
    }

    /// Reads the networks `face-detector` and `face` of a folder.
    ///
    /// @throws UnusableWeightsException where one is missing, damaged or of another kind
    public static Faces open(Path folder) {
        return new Faces(
                new FaceDetector(FaceNet.of(Weights.read(folder.resolve("face-detector.safetensors"))), SURE),
                FaceRefiner.of(Weights.read(folder.resolve("face.safetensors"))));
    }

    /// The same, but faces are found by another network, where one is given.
    ///
    /// @param given an ONNX file that OpenCV's `FaceDetectorYN` takes
    /// @throws UnusableWeightsException where a network is missing, damaged or of another kind, or
    /// `com.microsoft.onnxruntime:onnxruntime` is not at hand
    public static Faces open(Path folder, Optional<Path> given) {
        Faces own = open(folder);
        return given.map(file -> new Faces(finder(file), own.detector, own.refiner))
                .orElse(own);
    }

    private static FaceFinder finder(Path file) {
        try {
            return OnnxFaceDetector.open(file);
        } catch (NoClassDefFoundError e) {
            throw new UnusableWeightsException(
                    "%s needs com.microsoft.onnxruntime:onnxruntime on the class path, which lacks %s"
                            .formatted(file, e.getMessage()));
        }
    }

    /// What a folder lacks for faces, in a sentence.
    public static Optional<String> lack(Path folder) {
        List<String> missing = WEIGHTS.stream()
                .map(name -> name + ".safetensors")
                .filter(file -> !Files.isRegularFile(folder.resolve(file)))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("faces cannot be refined, for %s lacks %s"
                        .formatted(folder.getFileName(), String.join(" and ", missing)));
    }

    /// All faces, from left to right.
    public List<Face> find(Samples scan) {
        return finder.find(scan);
    }

    /// The points of a face that is about there, found as precisely as can be, or nothing where no face is seen.
    public Optional<FacePoints> look(Samples scan, FacePoints about) {
        return detector.look(scan, about);
    }

    /// What would be done to one of the faces.
    ///
    /// @param number of the face, from 1
    public FaceTreatment examine(Samples scan, List<Face> faces, int number, FaceWish wish) {
        return work(Mended.untouched(scan), faces.get(number - 1), wish.of(number))
                .treatment();
    }

    /// Refines one of the faces, in the very samples of what was mended.
    ///
    /// @param number of the face, from 1
    FaceTreatment refine(Mended photo, List<Face> faces, int number, FaceWish wish) {
        Work work = work(photo, faces.get(number - 1), wish.of(number));
        if (work.treatment().strength() > 0) {
            List<Similarity> others = Stream.concat(
                            faces.subList(0, number - 1).stream(), faces.subList(number, faces.size()).stream())
                    .map(Faces::toSquare)
                    .toList();
            add(photo.samples(), work, others);
        }
        return work.treatment();
    }

    /// A treatment, and what it needs.
    private record Work(FaceTreatment treatment, Optional<FaceChange> change) {}

    private Work work(Mended photo, Face found, Optional<Double> wish) {
        Face face = new Face(detector.look(photo.samples(), found.points()).orElse(found.points()), found.sureness());
        int side = face.side();
        FaceView view = FaceView.of(photo.samples(), photo.scan(), photo.lost(), face.fromSquare(side), side);
        FaceCondition condition = condition(photo, face, view);
        double wished = wish.orElse(condition.need());
        if (wished < (wish.isPresent() ? Double.MIN_VALUE : NOTHING)) {
            return new Work(new FaceTreatment(face, condition, 0, 0, Likeness.SAME), Optional.empty());
        }
        FaceChange change = FaceChange.of(refiner, view);
        double strength = wished;
        Likeness likeness = Likeness.of(detector, change.face(), change.after(strength));
        while (!likeness.fits() && strength > 0) {
            strength = LESS * strength < NOTHING ? 0 : LESS * strength;
            likeness = strength == 0 ? Likeness.SAME : Likeness.of(detector, change.face(), change.after(strength));
        }
        return new Work(new FaceTreatment(face, condition, wished, strength, likeness), Optional.of(change));
    }

    /// As it came, and how far it was changed since; but a face whose blur was undone is as sharp as it looks now.
    private static FaceCondition condition(Mended photo, Face face, FaceView view) {
        return photo.deblurred()
                ? FaceCondition.of(photo.samples(), face, 0)
                : FaceCondition.of(photo.scan(), face, view.change());
    }

    /// From the scan to the square of a face, in which places are compared.
    private static Similarity toSquare(Face face) {
        return face.fromSquare(FaceRefiner.SIDE).inverse();
    }

    /// Adds the change where the face is. Where faces overlap, each gets its share of the place.
    ///
    /// @param others from the scan to the squares of the other faces
    private static void add(Samples scan, Work work, List<Similarity> others) {
        Photo added = work.change().orElseThrow().added();
        Face face = work.treatment().face();
        Similarity own = toSquare(face);
        Region region = reach(own.inverse(), scan.size());
        List<Similarity> near = others.stream()
                .filter(other -> touches(other.inverse(), region, scan.size()))
                .toList();
        MeanWarp warp = new MeanWarp(face.fromSquare(face.side()).inverse(), scan.size());
        double strength = work.treatment().strength();
        for (int row = region.row(); row < region.row() + region.size().height(); row++) {
            for (int column = region.column();
                    column < region.column() + region.size().width();
                    column++) {
                double share = strength * share(own, near, new Point(row, column));
                for (int c = 0; share > 0 && c < scan.channels(); c++) {
                    Plane plane = added.planes().get(c);
                    double change = share * warp.at(plane.size(), plane::at, row, column);
                    if (change != 0) {
                        put(scan, c, row, column, change);
                    }
                }
            }
        }
    }

    /// The share of a place that is a face's: all of it, unless others reach there, too.
    private static double share(Similarity own, List<Similarity> others, Point place) {
        if (others.isEmpty()) {
            return 1;
        }
        double all = FaceChange.reach(own.apply(place), FaceRefiner.SIDE);
        for (Similarity other : others) {
            all += FaceChange.reach(other.apply(place), FaceRefiner.SIDE);
        }
        return 1 / Math.max(1, all);
    }

    private static void put(Samples scan, int channel, int row, int column, double change) {
        float white = scan.depth().white();
        double raw = Math.clamp(scan.raw(channel, row, column) + change * white, 0, white);
        scan.put(channel, row, column, (float) (scan.depth() == Samples.Depth.FLOAT ? raw : Math.rint(raw)));
    }

    private static Region reach(Similarity place, Size scan) {
        return FaceView.region(place, 0, FaceRefiner.SIDE - 1, scan);
    }

    private static boolean touches(Similarity place, Region region, Size scan) {
        Region other = reach(place, scan);
        return other.row() < region.row() + region.size().height()
                && region.row() < other.row() + other.size().height()
                && other.column() < region.column() + region.size().width()
                && region.column() < other.column() + other.size().width();
    }
}
