package dev.tintype.train.objective;

import dev.tintype.nn.torch.Tensor;
import java.util.Map;
import java.util.function.Function;

/// One side of a training: alone in ordinary training, one of several in adversarial training.
///
/// @param parameters what it may change, by name
/// @param loss what it wants small, for a batch
public record Player<B>(String name, Map<String, Tensor> parameters, Function<B, Loss> loss) {}
