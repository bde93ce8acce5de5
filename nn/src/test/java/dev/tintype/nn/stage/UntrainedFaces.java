package dev.tintype.nn.stage;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.Weights;
import dev.tintype.nn.net.FaceNet;
import dev.tintype.nn.net.FaceRefiner;
import dev.tintype.nn.net.FaceRefiner.Width;
import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.util.List;
import java.util.Map;

/// Narrow networks for faces whose last layers say the same of every place.
final class UntrainedFaces {
    private UntrainedFaces() {}

    /// A detector that sees a face at every place, its eyes ten pixels apart, or, below 0.5, at none.
    static FaceDetector detector(double logit) {
        return new FaceDetector(FaceNet.of(new Weights("faces", detectorTensors(logit), Map.of())), 0.5);
    }

    static Map<String, Tensor> detectorTensors(double logit) {
        FreshParameters parameters = new FreshParameters(1, Map.of());
        FaceNet.of(parameters, 2);
        float[] bias = {(float) logit, -0.5f, -0.4f, 0.5f, -0.4f, 0, 0, -0.3f, 0.4f, 0.3f, 0.4f};
        Map<String, Tensor> tensors = parameters.tensors();
        tensors.put("head.bias", Scope.keep(Tensor.of(bias, 11)));
        return tensors;
    }

    /// A refiner that adds the same everywhere.
    ///
    /// @param red added, sample units; as much for the other colours times `colours`
    /// @param doubt the log of the error that it expects
    static FaceRefiner refiner(double red, double colours, double doubt) {
        return FaceRefiner.of(new Weights("face", refinerTensors(red, colours, doubt), Map.of()));
    }

    static Map<String, Tensor> refinerTensors(double red, double colours, double doubt) {
        FreshParameters parameters = new FreshParameters(1, Map.of());
        FaceRefiner.of(parameters, List.of(new Width(4, 1), new Width(4, 1)));
        float[] added = new float[12];
        for (int i = 0; i < 12; i++) {
            added[i] = (float) (2 * (i < 4 ? red : colours * red));
        }
        Map<String, Tensor> tensors = parameters.tensors();
        tensors.put("head.bias", Scope.keep(Tensor.of(added, 12)));
        float log = (float) doubt + 3;
        tensors.put("doubt.bias", Scope.keep(Tensor.of(new float[] {log, log, log, log}, 4)));
        return tensors;
    }

    /// An upright face about a place.
    static Face face(double row, double column, double eyes) {
        FacePoints upright = FacePoints.upright(1);
        double scale = eyes / upright.eyeDistance();
        Point centre = upright.centre();
        return new Face(
                upright.map(point -> new Point(
                        row + scale * (point.row() - centre.row()),
                        column + scale * (point.column() - centre.column()))),
                1);
    }
}
