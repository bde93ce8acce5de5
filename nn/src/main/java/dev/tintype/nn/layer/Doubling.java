package dev.tintype.nn.layer;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;

/// Doubles both sides: (N, I, H, W) to (N, O, 2 H, 2 W). A convolution makes the four pixels that each place becomes.
///
/// Source: W. Shi et al., "Real-Time Single Image and Video Super-Resolution Using an Efficient Sub-Pixel Convolutional
/// Neural Network", 2016, doi:10.1109/CVPR.2016.207. It can do what a transposed convolution of side 4 does.
///
/// @param conv makes 4 O channels
public record Doubling(Conv conv) implements Layer {
    /// The tensors `NAME.weight` and `NAME.bias`.
    public static Doubling of(Parameters p, String name, Start start, int in, int out) {
        return new Doubling(Conv.of(p, name, start, in, 4 * out, 3, 1, 1));
    }

    @Override
    public Tensor forward(Tensor x) {
        return Scope.of(() -> conv.forward(x).pixelShuffle(2));
    }
}
