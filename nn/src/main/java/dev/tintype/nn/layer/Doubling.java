package dev.tintype.nn.layer;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.torch.Tensor;

/// A transposed convolution of side 4 that doubles both sides: (N, I, H, W) to (N, O, 2 H, 2 W).
///
/// @param weight (I, O, 4, 4)
/// @param bias (O)
public record Doubling(Tensor weight, Tensor bias) implements Layer {
    /// The tensors `NAME.weight` and `NAME.bias`.
    public static Doubling of(Parameters p, String name, int in, int out) {
        return new Doubling(
                p.tensor(name + ".weight", Start.HE, in, out, 4, 4), p.tensor(name + ".bias", Start.ZERO, out));
    }

    @Override
    public Tensor forward(Tensor x) {
        return x.convTransposed(weight, bias, 2, 1);
    }
}
