package dev.tintype.train.objective;

import dev.tintype.nn.torch.Tensor;
import java.util.Map;

/// What a player keeps from step to step besides its parameters. A checkpoint holds it, so that a resumed run goes on
/// exactly.
public interface Memory {
    /// Nothing.
    Memory NONE = new Memory() {
        @Override
        public Map<String, Tensor> tensors() {
            return Map.of();
        }

        @Override
        public void recall(Map<String, Tensor> tensors) {}
    };

    /// All that [#recall] needs, by name.
    Map<String, Tensor> tensors();

    /// Goes on where another run was when it gave its [#tensors], which are copied.
    void recall(Map<String, Tensor> tensors);
}
