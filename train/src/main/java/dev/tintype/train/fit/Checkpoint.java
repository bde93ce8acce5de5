package dev.tintype.train.fit;

import dev.tintype.nn.torch.Adam;
import dev.tintype.nn.torch.SafeTensors;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.train.objective.Player;
import dev.tintype.write.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A paused training in one file: the state of every optimiser, what players remember, and the step. Written whole or
/// not at all.
final class Checkpoint {
    private static final String MEMORY = "memory/";

    private Checkpoint() {}

    static <B> void write(Path file, List<Player<B>> players, List<Adam> optimisers, Schedule schedule, int step) {
        try (Scope _ = Scope.open()) {
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            for (int i = 0; i < players.size(); i++) {
                String prefix = players.get(i).name() + "/";
                tensors.putAll(Trainer.named(prefix, optimisers.get(i).state()));
                tensors.putAll(
                        Trainer.named(prefix + MEMORY, players.get(i).memory().tensors()));
            }
            SafeTensors content = new SafeTensors(
                    tensors, Map.of("step", Integer.toString(step), "seed", Long.toString(schedule.seed())));
            AtomicFile.write(file, true, out -> content.write(out, false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts everything back and returns the step to go on with, 0 where there is no checkpoint.
    static <B> int read(Path file, List<Player<B>> players, List<Adam> optimisers, Schedule schedule) {
        if (!Files.exists(file)) {
            return 0;
        }
        try (Scope _ = Scope.open()) {
            SafeTensors content = SafeTensors.read(file);
            String seed = content.metadata().getOrDefault("seed", "");
            if (!seed.equals(Long.toString(schedule.seed()))) {
                throw new IllegalArgumentException("checkpoint %s was made with seed %s, not %d; resume with that seed"
                        .formatted(file, seed, schedule.seed()));
            }
            for (int i = 0; i < players.size(); i++) {
                String prefix = players.get(i).name() + "/";
                Map<String, Tensor> state = part(content.tensors(), prefix);
                optimisers.get(i).restore(state);
                players.get(i).memory().recall(part(state, MEMORY));
            }
            return Integer.parseInt(content.metadata().getOrDefault("step", "0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Tensor> part(Map<String, Tensor> tensors, String prefix) {
        Map<String, Tensor> part = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                part.put(name.substring(prefix.length()), tensor);
            }
        });
        return part;
    }
}
