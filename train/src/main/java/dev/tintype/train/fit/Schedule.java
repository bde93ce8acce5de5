package dev.tintype.train.fit;

import java.util.List;

/// How long and how fast to train.
///
/// @param steps of the optimiser, in all
/// @param batch crops a step
/// @param sides of crops, pixels: each for as many steps as the others, one after the other
/// @param rate learning rate at the start; it falls along a cosine to a hundredth
/// @param every steps between checkpoints
/// @param seed of all random numbers
/// @param mixed whether convolutions run in bfloat16, see [dev.tintype.nn.torch.Torch#mixed]
public record Schedule(int steps, int batch, List<Integer> sides, double rate, int every, long seed, boolean mixed) {
    private static final int WARMUP = 100;

    public Schedule {
        sides = List.copyOf(sides);
        boolean fitting = sides.stream().allMatch(side -> side >= 32 && side % 16 == 0);
        if (steps < 1 || batch < 1 || sides.isEmpty() || !fitting || every < 1 || !(rate > 0)) {
            throw new IllegalArgumentException(
                    "steps, batch and checkpoint interval must be at least 1, the sides multiples of 16 from 32 on, and"
                            + " the learning rate above 0; they are %d, %d, %d, %s, %s"
                                    .formatted(steps, batch, every, sides, rate));
        }
    }

    /// The side of the crops of a step, pixels.
    public int side(int step) {
        return sides.get((int) Math.min(sides.size() - 1L, (long) step * sides.size() / steps));
    }

    /// The learning rate of a step.
    double rate(int step) {
        double warm = Math.min(1, (step + 1.0) / WARMUP);
        double share = (double) step / steps;
        return rate * warm * (0.01 + 0.99 * 0.5 * (1 + Math.cos(Math.PI * share)));
    }
}
