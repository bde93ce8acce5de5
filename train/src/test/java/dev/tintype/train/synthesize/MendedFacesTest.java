package dev.tintype.train.synthesize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.train.synthesize.Portraits.Portrait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MendedFacesTest {
    private static final int SIDE = 64;
    private static final Size SIZE = new Size(200, 200);
    private static final FacePoints POINTS = new FacePoints(
            new Point(80, 60), new Point(50, 130), new Point(101, 110), new Point(151, 119), new Point(133, 161));

    @TempDir
    private Path folder = Path.of(".");

    /// Two white eyes on dark grey; the head is held aslant.
    private static Portraits portraits() {
        Plane plane = Plane.of(SIZE, (row, column) -> {
            Point place = new Point(row, column);
            boolean eye = place.distance(POINTS.leftEye()) < 10 || place.distance(POINTS.rightEye()) < 10;
            return eye ? 0.9f : 0.2f;
        });
        Samples photo = new Samples(SIZE, 1, Depth.BITS_8);
        photo.put(0, 0, new Photo(List.of(plane)));
        return new Portraits(List.of(new Portrait("dots", photo, POINTS, true)), List.of());
    }

    /// What is restored comes back darker.
    private static MendedFaces faces() {
        return new MendedFaces(portraits(), aged -> {
            Samples darker = new Samples(aged.size(), aged.channels(), aged.depth());
            darker.put(0, 0, aged.photo().map(plane -> plane.map(x -> 0.8f * x)));
            return darker;
        });
    }

    private static Point centre(Plane plane) {
        double all = 0;
        double rows = 0;
        double columns = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double bright = Math.max(0, plane.at(row, column) - 0.5);
                all += bright;
                rows += row * bright;
                columns += column * bright;
            }
        }
        return new Point(rows / all, columns / all);
    }

    private static double difference(Photo one, Photo other) {
        double sum = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            for (int c = 0; c < 3; c++) {
                sum += Math.abs(one.planes().get(c).at(i / SIDE, i % SIDE)
                        - other.planes().get(c).at(i / SIDE, i % SIDE));
            }
        }
        return sum / (3.0 * SIDE * SIDE);
    }

    @Test
    void turnsFacesUprightNearlyAsTheTemplateHasThem() {
        FacePoints wanted = FacePoints.upright(SIDE);
        double middle = (wanted.leftEye().column() + wanted.rightEye().column()) / 2;
        for (int seed = 0; seed < 20; seed++) {
            Point found = centre(faces().sample(SIDE, seed).sound().luminance());
            assertEquals(wanted.leftEye().row(), found.row(), 0.12 * SIDE);
            assertEquals(middle, found.column(), 0.12 * SIDE);
        }
    }

    /// Of a portrait with 20 pixels between the eyes, where the square has 30: enlarged, its truth would be soft.
    @Test
    void mostFacesAreAsSharpAsTheirPixels() {
        FacePoints points = FacePoints.upright(1)
                .map(point -> new Point(60 + 20 / 0.305 * point.row(), 70 + 20 / 0.305 * point.column()));
        Samples photo = new Samples(SIZE, 1, Depth.BITS_8);
        photo.put(0, 0, new Photo(List.of(Plane.of(SIZE, (row, column) -> {
            Point place = new Point(row, column);
            boolean eye = place.distance(points.leftEye()) < 4 || place.distance(points.rightEye()) < 4;
            return eye ? 0.9f : 0.2f;
        }))));
        Portraits portraits = new Portraits(List.of(new Portrait("eyes", photo, points, true)), List.of());
        int close = 0;
        for (int seed = 0; seed < 40; seed++) {
            Photo sound =
                    new MendedFaces(portraits, aged -> aged).sample(128, seed).sound();
            double apart = apart(sound.luminance());
            close += apart > 14 && apart < 26 ? 1 : 0;
        }
        assertTrue(close > 14 && close < 34, close + " of 40");
    }

    /// Columns between what is bright on the left and on the right.
    private static double apart(Plane plane) {
        double[] all = new double[2];
        double[] columns = new double[2];
        int side = plane.size().width();
        for (int i = 0; i < side * side; i++) {
            double bright = Math.max(0, plane.at(i / side, i % side) - 0.5);
            all[i % side < side / 2 ? 0 : 1] += bright;
            columns[i % side < side / 2 ? 0 : 1] += bright * (i % side);
        }
        return columns[1] / all[1] - columns[0] / all[0];
    }

    @Test
    void showsWhatWasRestoredAndTheScanInItsTones() {
        int damaged = 0;
        for (int seed = 0; seed < 30; seed++) {
            MendedFace one = faces().sample(SIDE, seed);
            assertEquals(0, difference(one.sound(), faces().sample(SIDE, seed).sound()));
            Photo darker = one.sound().map(plane -> plane.map(x -> 0.8f * x));
            damaged += difference(one.view().mended(), darker) > 0.005 ? 1 : 0;
            assertEquals(0, difference(one.view().mended(), one.view().original()), 0.01);
        }
        assertTrue(damaged >= 12 && damaged < 30, damaged + " of 30 were aged");
    }

    @Test
    void keptFacesAreMadeOnceAndMetAgain() throws IOException {
        int[] made = {0};
        MendedFaces counted = new MendedFaces(portraits(), aged -> {
            made[0]++;
            return aged;
        });
        KeptFaces kept = new KeptFaces(counted, new KeptPictures(folder, 3));
        int mirrored = 0;
        for (int seed = 0; seed < 30; seed++) {
            MendedFace face = kept.sample(SIDE, seed);
            assertEquals(0, difference(face.sound(), kept.sample(SIDE, seed).sound()), "the same of one seed");
            mirrored += centre(face.sound().luminance()).column() < SIDE / 2.0 ? 1 : 0;
        }
        assertEquals(3, made[0]);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(3, files.count());
        }
        assertTrue(mirrored > 0 && mirrored < 30, mirrored + " of 30 lie to the left");
        MendedFace fresh = counted.sample(SIDE, 0);
        double nearest = Double.POSITIVE_INFINITY;
        for (int seed = 0; seed < 30; seed++) {
            nearest = Math.min(nearest, difference(kept.sample(SIDE, seed).sound(), fresh.sound()));
        }
        assertEquals(0, nearest, 0.51 / 255, "in 8 bits");
    }

    /// A face with 120 pixels between the eyes covers 480, another one 300.
    @Test
    void partsOfLargeFacesAreShownPixelByPixel() {
        FacePoints points = FacePoints.upright(1)
                .map(point -> new Point(100 + 120 / 0.305 * point.row(), 100 + 120 / 0.305 * point.column()));
        Size size = new Size(600, 600);
        Samples photo = new Samples(size, 1, Depth.BITS_8);
        photo.put(0, 0, new Photo(List.of(Plane.of(size, (row, column) -> {
            Point place = new Point(row, column);
            boolean eye = place.distance(points.leftEye()) < 12 || place.distance(points.rightEye()) < 12;
            return eye ? 0.9f : 0.2f;
        }))));
        Portraits both = new Portraits(
                List.of(portraits().portraits().getFirst(), new Portrait("large", photo, points, true)), List.of());
        Portraits large = both.large(400);
        assertEquals(
                List.of("large"), large.portraits().stream().map(Portrait::name).toList());
        FaceParts parts =
                new FaceParts(new MendedFaces(portraits(), aged -> aged), new MendedFaces(large, aged -> aged));
        int seen = 0;
        int none = 0;
        for (int seed = 0; seed < 40; seed++) {
            Plane sound = parts.sample(256, seed).sound().luminance();
            assertEquals(new Size(256, 256), sound.size());
            double apart = apart(sound);
            seen += apart > 80 && apart < 125 ? 1 : 0;
            none += Double.isNaN(apart) ? 1 : 0;
        }
        assertTrue(seen > 4 && seen < 25, seen + " of 40 show two eyes of a large face");
        assertTrue(none < 16, none + " of 40 show one eye at most");
    }
}
