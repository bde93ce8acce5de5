package dev.tintype.nn.stage;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.Parameters;
import dev.tintype.nn.net.SceneTranslation;
import dev.tintype.nn.net.SceneVae.Widths;
import dev.tintype.nn.net.ScratchNet;
import dev.tintype.nn.net.ToneNet;
import dev.tintype.nn.torch.SafeTensors;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A whole family of narrow networks that have learnt nothing, as files.
final class SmallWeights {
    static final ScratchNet.Plan SMALL_DETECTOR = detector(false);
    static final ScratchNet.Plan SMALL_SECOND_LOOK = detector(true);

    private SmallWeights() {}

    private static ScratchNet.Plan detector(boolean told) {
        return new ScratchNet.Plan(4, told, 1, List.of(new ScratchNet.Scale(8, 1, 1), new ScratchNet.Scale(8, 1, 1)));
    }

    static Path in(Path folder) throws IOException {
        write(folder.resolve("mapping.safetensors"), p -> SceneTranslation.of(p, new Widths(8, 8, 8, 8)));
        write(folder.resolve("scratch-detector.safetensors"), p -> ScratchNet.of(p, SMALL_DETECTOR));
        write(folder.resolve("tone.safetensors"), p -> ToneNet.of(p, 4));
        return folder;
    }

    /// The same with networks for faces, of which the first sees one everywhere or nowhere.
    static Path withFaces(Path folder, double logit) throws IOException {
        in(folder);
        write(folder.resolve("face-detector.safetensors"), UntrainedFaces.detectorTensors(logit));
        write(folder.resolve("face.safetensors"), UntrainedFaces.refinerTensors(0.02, 1, -6));
        return folder;
    }

    /// Of a scene network that does not overlook what was taken out of a scan.
    ///
    /// @param width its channels at half size
    static Tensor removed(int width) {
        float[] weights = new float[width * 12 * 9];
        Arrays.fill(weights, 0.02f);
        return Tensor.of(weights, width, 12, 3, 3);
    }

    private static void write(Path file, Map<String, Tensor> tensors) throws IOException {
        new SafeTensors(tensors, Map.of("network", "test")).write(file, false);
    }

    private static void write(Path file, Consumer<Parameters> network) throws IOException {
        try (Scope _ = Scope.open()) {
            FreshParameters parameters = new FreshParameters(11, Map.of("removed.weight", removed(8)));
            network.accept(parameters);
            new SafeTensors(parameters.tensors(), Map.of("network", "test")).write(file, false);
        }
    }
}
