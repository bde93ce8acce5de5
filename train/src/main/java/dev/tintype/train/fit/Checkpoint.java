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

/// A paused training in one file: the state of every optimiser and the step. Written whole or not at all.
final class Checkpoint {
    private Checkpoint() {}

    static <B> void write(Path file, List<Player<B>> players, List<Adam> optimisers, Schedule schedule, int step) {
        try (Scope _ = Scope.open()) {
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            for (int i = 0; i < players.size(); i++) {
                tensors.putAll(Trainer.named(
                        players.get(i).name() + "/", optimisers.get(i).state()));
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
                Map<String, Tensor> state = new LinkedHashMap<>();
                content.tensors().forEach((name, tensor) -> {
                    if (name.startsWith(prefix)) {
                        state.put(name.substring(prefix.length()), tensor);
                    }
                });
                optimisers.get(i).restore(state);
            }
            return Integer.parseInt(content.metadata().getOrDefault("step", "0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
