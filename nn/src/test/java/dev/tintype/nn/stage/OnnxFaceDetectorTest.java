package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.UnusableWeightsException;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `red-squares.onnx` has the inputs and outputs of YuNet, (1, 3, 512, 512), and takes each red square of 8 x 8 pixels
/// for a face: its grid of 8 says the logit (red - green - blue) / 5 - 20 of the mean colour twice, and five points
/// that are always the same.
class OnnxFaceDetectorTest {
    private static final Path RED_SQUARES = Path.of("src/test/resources/red-squares.onnx");
    private static final Size SIZE = new Size(900, 600);

    @TempDir
    private Path folder = Path.of(".");

    private static Samples scan(int channel, Depth depth, List<Point> squares) {
        Samples scan = new Samples(SIZE, 3, depth);
        for (Point square : squares) {
            for (int i = 0; i < 64; i++) {
                scan.put(channel, (int) square.row() + i / 8, (int) square.column() + i % 8, depth.white());
            }
        }
        return scan;
    }

    @Test
    void findsWhatTheNetworkSeesInEveryTile() {
        List<Point> squares = List.of(new Point(96, 816), new Point(320, 400), new Point(560, 120));
        List<Face> faces = OnnxFaceDetector.open(RED_SQUARES).find(scan(0, Depth.BITS_16, squares));
        assertEquals(3, faces.size());
        for (int i = 0; i < 3; i++) {
            Point square = squares.get(2 - i); // from left to right
            Face face = faces.get(i);
            assertTrue(face.sureness() > 0.99);
            assertEquals(
                    new Point(square.row() - 4, square.column() - 8),
                    face.points().leftEye());
            assertEquals(
                    new Point(square.row() - 4, square.column() + 16),
                    face.points().rightEye());
            assertEquals(
                    new Point(square.row() + 4, square.column() + 4),
                    face.points().nose());
            assertEquals(
                    new Point(square.row() + 12, square.column() + 14),
                    face.points().rightMouth());
        }
    }

    @Test
    void showsTheNetworkBlueFirst() {
        assertEquals(
                List.of(),
                OnnxFaceDetector.open(RED_SQUARES).find(scan(2, Depth.BITS_8, List.of(new Point(320, 400)))));
    }

    @Test
    void looksAtGreyScans() {
        assertEquals(List.of(), OnnxFaceDetector.open(RED_SQUARES).find(new Samples(SIZE, 1, Depth.BITS_8)));
    }

    @Test
    void refusesWhatIsNoSuchNetwork() throws IOException {
        Path file = folder.resolve("face.onnx");
        assertTrue(message(file).contains("there is no face detector"), message(file));
        Files.writeString(file, "no network");
        assertTrue(message(file).contains("face.onnx cannot be read as ONNX"), message(file));
        byte[] other = Files.readAllBytes(RED_SQUARES);
        String text = new String(other, StandardCharsets.ISO_8859_1).replace("obj_16", "obj_17");
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(message(file).contains("lacks the output obj_16"), message(file));
    }

    private static String message(Path file) {
        return assertThrows(UnusableWeightsException.class, () -> OnnxFaceDetector.open(file))
                .toString();
    }
}
