package dev.tintype.nn;

import dev.tintype.nn.torch.SafeTensors;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The tensors of one weights file and what its card says about it.
///
/// @param name what error messages call it
/// @param card where the weights come from: training data, licence, steps, measured results
public record Weights(String name, Map<String, Tensor> tensors, Map<String, String> card) {

    /// Reads a safetensors file. The tensors live until the end of the program.
    public static Weights read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UnusableWeightsException("weights %s are not there".formatted(file));
        }
        try (Scope _ = Scope.open()) {
            SafeTensors content = SafeTensors.read(file);
            content.tensors().values().forEach(Scope::keep);
            return new Weights(file.getFileName().toString(), content.tensors(), content.metadata());
        } catch (IOException | RuntimeException e) {
            throw new UnusableWeightsException("weights %s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    /// The shape of a tensor, from which the sizes of a network follow.
    public long[] shape(String tensor) {
        return require(tensor).shape();
    }

    /// Builds a network and makes sure that it took every tensor there is.
    public <N> N build(Builder<N> builder) {
        Set<String> used = new LinkedHashSet<>();
        N network = builder.build((tensor, start, shape) -> {
            Tensor found = require(tensor);
            if (!Arrays.equals(found.shape(), shape)) {
                throw new UnusableWeightsException("weights %s: tensor %s has shape %s, needed is %s"
                        .formatted(name, tensor, Arrays.toString(found.shape()), Arrays.toString(shape)));
            }
            used.add(tensor);
            return found;
        });
        Set<String> extra = new TreeSet<>(tensors.keySet());
        extra.removeAll(used);
        if (!extra.isEmpty()) {
            throw new UnusableWeightsException("weights %s: unknown tensors %s".formatted(name, extra));
        }
        return network;
    }

    /// Only the tensors whose names begin with `prefix`, with that prefix cut off.
    public Weights part(String prefix) {
        Map<String, Tensor> part = new LinkedHashMap<>();
        tensors.forEach((key, tensor) -> {
            if (key.startsWith(prefix)) {
                part.put(key.substring(prefix.length()), tensor);
            }
        });
        return new Weights(name, part, card);
    }

    /// Only the tensors whose names do not begin with `prefix`.
    public Weights except(String prefix) {
        Map<String, Tensor> rest = new LinkedHashMap<>(tensors);
        rest.keySet().removeIf(key -> key.startsWith(prefix));
        return new Weights(name, rest, card);
    }

    private Tensor require(String tensor) {
        Tensor found = tensors.get(tensor);
        if (found == null) {
            throw new UnusableWeightsException("weights %s: tensor %s is missing".formatted(name, tensor));
        }
        return found;
    }

    /// Makes a network from its parameters.
    @FunctionalInterface
    public interface Builder<N> {
        N build(Parameters parameters);
    }
}
