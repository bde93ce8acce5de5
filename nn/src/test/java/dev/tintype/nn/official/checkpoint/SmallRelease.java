package dev.tintype.nn.official.checkpoint;

import dev.tintype.nn.Weights;
import dev.tintype.nn.official.HashedParameters;
import dev.tintype.nn.official.OfficialWeights;
import dev.tintype.nn.official.PatchAttentionMapping;
import dev.tintype.nn.official.QualityMapping;
import dev.tintype.nn.official.ScratchMapping;
import dev.tintype.nn.official.ScratchUnet;
import dev.tintype.nn.official.SpadeFaceGenerator;
import dev.tintype.nn.official.Vae;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The release with all its files and names, and networks small enough for a test.
public final class SmallRelease {
    /// Channels of the latent.
    public static final int LATENT = 4;

    private static final int WIDTH = 8;

    private SmallRelease() {}

    static List<ReleasedNetwork> networks() {
        return ReleasedNetwork.all().stream()
                .map(network -> new ReleasedNetwork(network.name(), network.file(), network.key(), small(network)))
                .toList();
    }

    /// The weights of a network.
    static HashedParameters parameters(String network) {
        return new HashedParameters(network.hashCode(), Map.of());
    }

    static Map<String, Tensor> tensors(ReleasedNetwork network) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        HashedParameters hashed = parameters(network.name());
        network.builder().build((name, start, shape) -> {
            Tensor tensor = hashed.tensor(name, start, shape);
            tensors.put(name, tensor);
            return tensor;
        });
        return tensors;
    }

    /// Writes the folders of the release, with left-overs of its training.
    public static void write(Path folder) throws IOException {
        try (Scope _ = Scope.open()) {
            for (ReleasedNetwork network : networks()) {
                boolean face = network.name().startsWith("face");
                Path file = folder.resolve(face ? "Face_Enhancement" : "Global")
                        .resolve("checkpoints")
                        .resolve(network.file());
                Map<String, Tensor> tensors = tensors(network);
                if (network.name().equals(OfficialWeights.DETECTOR)) {
                    tensors.put("down_sample.0.2.num_batches_tracked", Tensor.full(3));
                }
                if (face) {
                    PickleWriter.writeZip(file, network.key(), tensors);
                } else {
                    PickleWriter.writeLegacy(file, network.key(), tensors);
                }
                Files.writeString(file.resolveSibling("iter.txt"), "200");
                Files.write(file.resolveSibling("latest_optimizer_D.pth"), new byte[] {1, 2, 3});
            }
        }
    }

    /// Weights files, as if imported.
    public static OfficialWeights importedTo(Path folder) {
        try {
            write(folder.resolve("release"));
            new CheckpointImport(networks()).apply(folder.resolve("release"), folder.resolve("weights"));
            return new OfficialWeights(folder.resolve("weights"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Weights.Builder<?> small(ReleasedNetwork network) {
        return switch (network.name()) {
            case OfficialWeights.MAPPING_QUALITY -> p -> QualityMapping.of(p, LATENT, WIDTH);
            case OfficialWeights.MAPPING_SCRATCH -> p -> ScratchMapping.of(p, LATENT, WIDTH);
            case OfficialWeights.MAPPING_PATCHES -> p -> PatchAttentionMapping.of(p, LATENT, WIDTH);
            case OfficialWeights.DETECTOR -> p -> ScratchUnet.of(p, 2);
            case OfficialWeights.FACE_256, OfficialWeights.FACE_512 -> p -> SpadeFaceGenerator.of(p, 1);
            default -> p -> Vae.of(p, LATENT);
        };
    }
}
