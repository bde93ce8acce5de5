package dev.tintype.nn.layer;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.torch.Tensor;

/// A convolution with bias and zero padding: (N, I, H, W) to (N, O, H / stride, W / stride).
///
/// @param weight (O, I, K, K)
/// @param bias (O)
public record Conv(Tensor weight, Tensor bias, int stride, int padding) implements Layer {

    /// The tensors `NAME.weight` and `NAME.bias`.
    public static Conv of(
            Parameters p, String name, Start start, int in, int out, int kernel, int stride, int padding) {
        return new Conv(
                p.tensor(name + ".weight", start, out, in, kernel, kernel),
                p.tensor(name + ".bias", Start.ZERO, out),
                stride,
                padding);
    }

    /// Side 3, same size.
    public static Conv three(Parameters p, String name, int in, int out) {
        return of(p, name, Start.HE, in, out, 3, 1, 1);
    }

    /// Side 1.
    public static Conv one(Parameters p, String name, int in, int out) {
        return of(p, name, Start.HE, in, out, 1, 1, 0);
    }

    @Override
    public Tensor forward(Tensor x) {
        return x.conv(weight, bias, stride, padding);
    }
}
