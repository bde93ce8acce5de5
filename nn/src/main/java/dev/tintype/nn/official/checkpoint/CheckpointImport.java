package dev.tintype.nn.official.checkpoint;

import dev.tintype.nn.UnusableWeightsException;
import dev.tintype.nn.torch.SafeTensors;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Turns the released checkpoints into weights files. Files of the release that are training left-overs are ignored.
///
/// @param networks what to look for
public record CheckpointImport(List<ReleasedNetwork> networks) {
    private static final String COUNTER = "num_batches_tracked";

    public CheckpointImport {
        networks = List.copyOf(networks);
    }

    public static CheckpointImport ofRelease() {
        return new CheckpointImport(ReleasedNetwork.all());
    }

    /// Reads every network that is there and writes one weights file each. Either all of these are written or none.
    ///
    /// @param release a folder with the unpacked release or its zip files, or one zip file
    /// @param weights the folder for the weights files
    /// @return what was written and what was not there
    /// @throws UnusableWeightsException where a checkpoint is damaged, has a missing, unknown or misshapen tensor,
    ///     wants to run code, or where none is there
    public Result apply(Path release, Path weights) throws IOException {
        Files.createDirectories(weights);
        List<String> absent = new ArrayList<>();
        try (ReleaseFiles files = ReleaseFiles.open(release);
                TemporaryFolder unfinished = TemporaryFolder.in(weights)) {
            Map<Path, Path> finished = new LinkedHashMap<>();
            for (ReleasedNetwork network : networks) {
                String file = network.name() + ".safetensors";
                Path target = unfinished.path().resolve(file);
                if (files.extract(network.file(), unfinished.path(), found -> write(network, found, target))) {
                    finished.put(target, weights.resolve(file));
                } else {
                    absent.add(network.file());
                }
            }
            if (finished.isEmpty()) {
                throw new UnusableWeightsException("%s holds none of %s".formatted(release, absent));
            }
            TemporaryFolder.move(finished);
            return new Result(List.copyOf(finished.values()), List.copyOf(absent));
        }
    }

    private static void write(ReleasedNetwork network, ReleaseFiles.Found found, Path target) throws IOException {
        try (Scope _ = Scope.open()) {
            Map<String, StoredTensor> stored =
                    TorchFile.read(found.file()).part(network.key()).tensors();
            Map<String, List<Long>> shapes = network.shapes();
            check(shapes, stored);
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            shapes.forEach((name, shape) -> tensors.put(name, tensor(name, shape, stored)));
            new SafeTensors(tensors, card(network, found)).write(target, false);
        } catch (RefusedPickleException e) {
            throw new UnusableWeightsException("checkpoint %s: %s".formatted(found.name(), e.getMessage()));
        }
    }

    private static void check(Map<String, List<Long>> shapes, Map<String, StoredTensor> stored) {
        Set<String> missing = new TreeSet<>(shapes.keySet());
        missing.removeAll(stored.keySet());
        Set<String> unknown = new TreeSet<>(stored.keySet());
        unknown.removeAll(shapes.keySet());
        unknown.removeIf(name -> name.endsWith("." + COUNTER));
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new RefusedPickleException("missing tensors %s, unknown tensors %s".formatted(missing, unknown));
        }
        shapes.forEach((name, shape) -> {
            StoredTensor tensor = stored.get(name);
            if (tensor == null || !tensor.shape().equals(shape)) {
                throw new RefusedPickleException("tensor %s is %s, needed is %s"
                        .formatted(name, tensor == null ? "missing" : tensor.shape(), shape));
            }
        });
    }

    private static Tensor tensor(String name, List<Long> shape, Map<String, StoredTensor> stored) {
        StoredTensor tensor = stored.get(name);
        if (tensor == null) {
            throw new RefusedPickleException("missing tensor " + name);
        }
        float[] values = tensor.floats();
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new RefusedPickleException("tensor %s holds %s".formatted(name, value));
            }
        }
        return Tensor.of(values, shape.stream().mapToLong(Long::longValue).toArray());
    }

    private static Map<String, String> card(ReleasedNetwork network, ReleaseFiles.Found found) {
        Map<String, String> card = new LinkedHashMap<>();
        card.put("name", network.name());
        card.put("source", "https://github.com/microsoft/Bringing-Old-Photos-Back-to-Life, release v1.0");
        card.put("file", network.file());
        card.put("sha256", found.sha256());
        card.put("licence", "MIT");
        card.put("paper", "Z. Wan et al., Bringing Old Photos Back to Life, doi:10.1109/CVPR42600.2020.00282");
        return card;
    }

    /// What an import did.
    ///
    /// @param written weights files
    /// @param absent checkpoints that were not there
    public record Result(List<Path> written, List<String> absent) {}
}
