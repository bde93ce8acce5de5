package dev.tintype.nn.stage;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.Result;
import ai.onnxruntime.TensorInfo;
import dev.tintype.nn.UnusableWeightsException;
import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Finds faces by a network that a user gives: one that OpenCV's `FaceDetectorYN` takes, such as
/// `face_detection_yunet_2023mar.onnx`. Its input is (1, 3, H, W) in 0 to 255, blue first; for each place of a grid of
/// 8, 16 and 32 pixels it says `cls` and `obj`, whose geometric mean is how sure it is, and `kps`, five points from the
/// grid's corner in units of the grid. Its boxes are not needed.
///
/// Source: W. Wu, H. Peng, S. Yu, "YuNet: a tiny millisecond-level face detector", 2023,
/// doi:10.1007/s11633-023-1423-y.
final class OnnxFaceDetector implements FaceFinder {
    private static final int[] STRIDES = {8, 16, 32};
    private static final List<String> OUTPUTS = List.of("cls_", "obj_", "kps_");
    private static final double SURE = 0.6;
    private static final int USUAL = 640; // pixels of a side, where any would do
    private static final int HALO = 128; // of a tile, pixels
    private static final int STEP = 64; // what both are multiples of

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String input;
    private final int height;
    private final int width;

    private OnnxFaceDetector(OrtEnvironment environment, OrtSession session, Path file) throws OrtException {
        this.environment = environment;
        this.session = session;
        Map.Entry<String, NodeInfo> first =
                session.getInputInfo().entrySet().iterator().next();
        input = first.getKey();
        for (String output : OUTPUTS) {
            for (int stride : STRIDES) {
                require(
                        session.getOutputNames().contains(output + stride),
                        file,
                        "it lacks the output " + output + stride);
            }
        }
        long[] shape = first.getValue().getInfo() instanceof TensorInfo tensor ? tensor.getShape() : new long[0];
        require(shape.length == 4 && (shape[1] == 3 || shape[1] < 0), file, "its input is not (1, 3, height, width)");
        height = shape[2] > 0 ? (int) shape[2] : USUAL;
        width = shape[3] > 0 ? (int) shape[3] : USUAL;
        require(side() >= STEP, file, "its input is smaller than %d pixels".formatted(STEP + 2 * HALO));
    }

    private static void require(boolean met, Path file, String lack) {
        if (!met) {
            throw new UnusableWeightsException(
                    "%s is no face detector as OpenCV's FaceDetectorYN takes it: %s; take face_detection_yunet_2023mar.onnx"
                            .formatted(file, lack));
        }
    }

    /// @throws UnusableWeightsException where the file is missing, damaged or no such network
    static OnnxFaceDetector open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UnusableWeightsException("there is no face detector " + file);
        }
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            return new OnnxFaceDetector(environment, environment.createSession(file.toString()), file);
        } catch (OrtException e) {
            throw new UnusableWeightsException("%s cannot be read as ONNX: %s".formatted(file, e.getMessage()));
        }
    }

    @Override
    public List<Face> find(Samples scan) {
        return new FacePyramid(this::places, side(), HALO)
                .find(scan).stream().sorted(FROM_LEFT).toList();
    }

    private int side() {
        return (Math.min(height, width) - 2 * HALO) / STEP * STEP;
    }

    private List<Face> places(Photo tile) {
        List<Face> faces = new ArrayList<>();
        long[] shape = {1, 3, height, width};
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(levels(tile)), shape);
                Result said = session.run(Map.of(input, tensor))) {
            for (int stride : STRIDES) {
                float[] kinds = numbers(said, "cls_" + stride);
                float[] things = numbers(said, "obj_" + stride);
                float[] points = numbers(said, "kps_" + stride);
                for (int i = 0; i < kinds.length; i++) {
                    double sureness = Math.sqrt(Math.clamp(kinds[i], 0f, 1f) * Math.clamp(things[i], 0f, 1f));
                    if (sureness >= SURE) {
                        faces.add(new Face(points(points, i, stride), sureness));
                    }
                }
            }
        } catch (OrtException e) {
            throw new UnusableWeightsException("the face detector does not run: " + e.getMessage());
        }
        return faces;
    }

    private FacePoints points(float[] points, int place, int stride) {
        int across = width / stride;
        int row = place / across;
        int column = place % across;
        return FacePoints.of(IntStream.range(0, 5)
                .mapToObj(i -> new Point(
                        stride * (row + (double) points[10 * place + 2 * i + 1]),
                        stride * (column + (double) points[10 * place + 2 * i])))
                .toList());
    }

    private static float[] numbers(Result said, String output) {
        FloatBuffer buffer = ((OnnxTensor) said.get(output).orElseThrow()).getFloatBuffer();
        float[] numbers = new float[buffer.remaining()];
        buffer.get(numbers);
        return numbers;
    }

    /// Blue, green and red from 0 to 255; black beyond the tile.
    private float[] levels(Photo tile) {
        float[] levels = new float[3 * height * width];
        int last = tile.planes().size() - 1;
        for (int c = 0; c < 3; c++) {
            Plane plane = tile.planes().get(Math.min(last, 2 - c));
            for (int row = 0; row < tile.size().height(); row++) {
                for (int column = 0; column < tile.size().width(); column++) {
                    levels[(c * height + row) * width + column] = 255 * plane.at(row, column);
                }
            }
        }
        return levels;
    }
}
