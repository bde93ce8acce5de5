package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class FaceDetectorTest {
    private static Samples scan(int width, int height) {
        return new Samples(new Size(width, height), 3, Depth.BITS_16);
    }

    @Test
    void findsNothingWhereTheNetworkIsUnsure() {
        assertEquals(List.of(), UntrainedFaces.detector(0).find(scan(50, 40)));
        assertTrue(UntrainedFaces.detector(0)
                .look(scan(50, 40), FacePoints.upright(40))
                .isEmpty());
    }

    @Test
    void whatLooksLikeAFaceOnlyOnceIsNone() {
        Path bench = Path.of(System.getProperty("bench.dir", "../../shared/bench"));
        Assumptions.assumeTrue(Files.isDirectory(bench), () -> bench + " is missing");
        Faces faces = Faces.open(Path.of("../weights/tintype-s"));
        for (String name : List.of("0026", "03", "05")) { // leaves, clouds, spokes
            Path photo = bench.resolve("paired/truth/%s.png".formatted(name));
            assertEquals(List.of(), faces.find(PhotoReader.read(photo).samples()), name);
        }
        Path portrait = bench.resolve("real/faces/civil_01.png");
        assertEquals(1, faces.find(PhotoReader.read(portrait).samples()).size());
    }

    @Test
    void survivesAPhotoOfOnePixel() {
        assertEquals(List.of(), UntrainedFaces.detector(9).find(scan(1, 1)));
    }

    @Test
    void noFaceIsFoundTwiceAndNoneIsForgotten() {
        List<Face> faces = UntrainedFaces.detector(9).find(scan(830, 60)); // two tiles, and a copy of half the size
        boolean[] columns = new boolean[830];
        for (int i = 0; i < faces.size(); i++) {
            Point centre = faces.get(i).points().centre();
            for (int c = Math.max(0, (int) centre.column() - 20); c < Math.min(830, centre.column() + 20); c++) {
                columns[c] = true;
            }
            for (int j = 0; j < i; j++) {
                double apart = centre.distance(faces.get(j).points().centre());
                assertTrue(apart >= 6, i + " and " + j + " are " + apart + " apart");
            }
        }
        for (int c = 0; c < 830; c++) {
            assertTrue(columns[c], "no face near column " + c);
        }
    }

    @Test
    void facesAreCountedFromLeftToRight() {
        List<Face> faces = UntrainedFaces.detector(9).find(scan(200, 60));
        for (int i = 1; i < faces.size(); i++) {
            double before = faces.get(i - 1).points().centre().column();
            assertTrue(faces.get(i).points().centre().column() >= before);
        }
    }

    @Test
    void pointsAreThoseOfTheNetworkInPixelsOfThePhoto() {
        for (Face face : UntrainedFaces.detector(9).find(scan(34, 34))) {
            assertEquals(10, face.points().eyeDistance(), 1e-3);
            Point nose = face.points().nose();
            Point eye = face.points().leftEye();
            assertEquals(4, nose.row() - eye.row(), 1e-3);
            assertEquals(5, nose.column() - eye.column(), 1e-3);
        }
    }

    @Test
    void looksAgainInViewsThatAreTurnedUpright() {
        // quarter turned: what is to the right in the view goes down in the photo
        FacePoints turned =
                UntrainedFaces.face(0, 0, 40).points().map(point -> new Point(point.column() + 90, 80 - point.row()));
        FacePoints found =
                UntrainedFaces.detector(9).look(scan(200, 200), turned).orElseThrow();
        Point left = found.leftEye();
        Point right = found.rightEye();
        assertEquals(left.column(), right.column(), 1e-3);
        assertTrue(right.row() > left.row());
        assertTrue(found.centre().distance(turned.centre()) < 10, found::toString);
    }
}
