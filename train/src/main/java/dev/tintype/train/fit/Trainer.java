package dev.tintype.train.fit;

import dev.tintype.nn.torch.Adam;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.nn.torch.Torch;
import dev.tintype.train.objective.Loss;
import dev.tintype.train.objective.Player;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// Plays the game of training: every step each player in turn moves its parameters against the gradient of its loss.
///
/// The same schedule and batches give the same weights on a CPU, also when the run was killed and resumed.
///
/// @param checkpoint file that a killed run goes on from
public record Trainer(Schedule schedule, Machine machine, Journal journal, Path checkpoint) {
    private static final double LONGEST_GRADIENT = 1.0;
    private static final double MEMORY = 0.999;
    private static final double BETA2 = 0.99;

    /// Trains from the checkpoint if there is one and `resume` allows, else from the start.
    ///
    /// @param batches makes the batch of a step; called from other threads
    public <B> void fit(List<Player<B>> players, IntFunction<B> batches, boolean resume) {
        List<Adam> optimisers = new ArrayList<>();
        for (Player<B> player : players) {
            optimisers.add(new Adam(player.parameters(), player.momentum(), BETA2));
        }
        int first = resume ? Checkpoint.read(checkpoint, players, optimisers, schedule) : 0;
        Stopwatch watch = new Stopwatch(machine.profile());
        try (Prefetch<B> prefetch = new Prefetch<>(batches, first, machine.loaders())) {
            for (int step = first; step < schedule.steps(); step++) {
                Torch.seed(schedule.seed() * 1_000_003 + step);
                watch.rest();
                B batch = prefetch.next();
                watch.data();
                for (int i = 0; i < players.size(); i++) {
                    play(step, players.get(i), optimisers.get(i), batch, watch);
                }
                int done = step + 1;
                if (done % schedule.every() == 0 || done == schedule.steps()) {
                    Checkpoint.write(checkpoint, players, optimisers, schedule, done);
                    withAverages(optimisers, () -> journal.checkpoint(done));
                }
                watch.rest();
                if (machine.profile()) {
                    journal.time(step, watch.take());
                }
            }
        }
    }

    private <B> void play(int step, Player<B> player, Adam optimiser, B batch, Stopwatch watch) {
        try (Scope _ = Scope.open()) {
            optimiser.clear();
            watch.optimiser();
            Loss loss = schedule.mixed()
                    ? Torch.mixed(() -> player.loss().apply(batch))
                    : player.loss().apply(batch);
            Tensor total = loss.total();
            watch.forward();
            total.backward();
            watch.backward();
            optimiser.step(schedule.rate(step), LONGEST_GRADIENT, MEMORY);
            watch.optimiser();
            journal.record(step, player.name(), loss);
        }
        watch.rest();
    }

    private static void withAverages(List<Adam> optimisers, Runnable body) {
        Runnable all = body;
        for (Adam optimiser : optimisers) {
            Runnable inner = all;
            all = () -> optimiser.withAverages(inner);
        }
        all.run();
    }

    /// The tensors of several networks under one name each.
    public static Map<String, Tensor> named(String prefix, Map<String, Tensor> tensors) {
        Map<String, Tensor> result = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> result.put(prefix + name, tensor));
        return result;
    }
}
