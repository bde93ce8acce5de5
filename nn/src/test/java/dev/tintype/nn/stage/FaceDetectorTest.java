package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.Weights;
import dev.tintype.nn.net.FaceNet;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.nn.stage.FaceDetector.Found;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaceDetectorTest {
    private static final Photo PHOTO = new Photo(List.of(Plane.of(new Size(50, 40), (_, _) -> 0.5f)));

    /// A network that says of every place: a face, its eyes 10 pixels apart, its points 2 pixels off on average.
    private static FaceDetector certain(double logit) {
        FreshParameters parameters = new FreshParameters(1, Map.of());
        FaceNet.of(parameters, 2);
        Map<String, Tensor> tensors = parameters.tensors();
        float[] bias = {(float) logit, -0.3f, -0.5f, 0.7f, -0.5f, 0.2f, 0, -0.1f, 0.5f, 0.5f, 0.5f};
        tensors.put("head.bias", Scope.keep(Tensor.of(bias, 11)));
        return new FaceDetector(FaceNet.of(new Weights("faces", tensors, Map.of())), 0.5);
    }

    @Test
    void findsNothingWhereTheNetworkIsUnsure() {
        assertEquals(List.of(), certain(0).find(PHOTO));
    }

    @Test
    void pointsAreInPixelsOfThePhoto() {
        Found first = certain(9).find(PHOTO).getFirst();
        assertEquals(10, first.points().eyeDistance(), 1e-4);
        assertEquals(-1.5, first.points().leftEye().column(), 1e-4); // 1.5 is the middle of the first place
        assertEquals(-3.5, first.points().leftEye().row(), 1e-4);
        assertEquals(6.5, first.points().rightMouth().row(), 1e-4);
        assertTrue(first.sureness() > 0.9);
    }

    @Test
    void noFaceIsFoundTwice() {
        List<Found> faces = certain(9).find(PHOTO);
        assertTrue(faces.size() > 4 && faces.size() < 100, faces.size() + " of 192 places");
        for (int i = 0; i < faces.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertTrue(distance(faces.get(i), faces.get(j)) >= 9, i + " and " + j);
            }
        }
    }

    private static double distance(Found one, Found other) {
        Point here = one.points().centre();
        Point there = other.points().centre();
        return Math.hypot(here.row() - there.row(), here.column() - there.column());
    }
}
