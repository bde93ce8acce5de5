package dev.tintype.train.objective;

import dev.tintype.nn.torch.Tensor;
import java.util.Map;
import java.util.function.Function;

/// One side of a training: alone in ordinary training, one of several in adversarial training.
///
/// @param parameters what it may change, by name
/// @param loss what it wants small, for a batch
/// @param memory what it keeps from step to step besides
/// @param momentum memory of the gradient, 0 to 1
public record Player<B>(
        String name, Map<String, Tensor> parameters, Function<B, Loss> loss, Memory memory, double momentum) {
    private static final double USUAL = 0.9;
    private static final double ADVERSARIAL =
            0.5; // of both papers: with more, generator and discriminator chase each other

    /// One that keeps nothing.
    public Player(String name, Map<String, Tensor> parameters, Function<B, Loss> loss) {
        this(name, parameters, loss, Memory.NONE, USUAL);
    }

    /// One of an adversarial game from the start.
    public static <B> Player<B> adversarial(
            String name, Map<String, Tensor> parameters, Function<B, Loss> loss, Memory memory) {
        return new Player<>(name, parameters, loss, memory, ADVERSARIAL);
    }
}
