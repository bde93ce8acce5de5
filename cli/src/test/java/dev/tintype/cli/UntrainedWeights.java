package dev.tintype.cli;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.net.FaceNet;
import dev.tintype.nn.net.FaceRefiner;
import dev.tintype.nn.net.FaceRefiner.Width;
import dev.tintype.nn.net.SceneTranslation;
import dev.tintype.nn.net.SceneVae.Widths;
import dev.tintype.nn.net.ScratchNet;
import dev.tintype.nn.net.ToneNet;
import dev.tintype.nn.torch.SafeTensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Weights of the right shapes that have learnt nothing: the whole way of a photo can be tested with them, but for how
/// it looks.
final class UntrainedWeights {
    private static final ScratchNet.Plan SMALL_DETECTOR =
            new ScratchNet.Plan(4, false, 1, List.of(new ScratchNet.Scale(8, 1, 1), new ScratchNet.Scale(8, 1, 1)));

    private UntrainedWeights() {}

    /// Writes the weights files that a restoration needs.
    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        write(folder.resolve("mapping.safetensors"), p -> SceneTranslation.of(p, new Widths(4, 8, 8, 4)));
        write(folder.resolve("scratch-detector.safetensors"), p -> ScratchNet.of(p, SMALL_DETECTOR));
        write(folder.resolve("tone.safetensors"), p -> ToneNet.of(p, 4));
        return folder;
    }

    /// Writes those for faces, too; no face is ever found by them.
    static Path writeFaces(Path folder) throws IOException {
        write(folder);
        write(folder.resolve("face-detector.safetensors"), p -> FaceNet.of(p, 2));
        write(folder.resolve("face.safetensors"), p -> FaceRefiner.of(p, List.of(new Width(4, 1), new Width(4, 1))));
        return folder;
    }

    private static void write(Path file, Consumer<FreshParameters> network) throws IOException {
        FreshParameters parameters = new FreshParameters(1, Map.of());
        network.accept(parameters);
        new SafeTensors(parameters.tensors(), Map.of("trained on", "nothing")).write(file, false);
    }
}
