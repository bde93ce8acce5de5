package dev.tintype.nn.official;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.util.Optional;

/// A residual block whose normalisations look at the face ([SpadeNorm]) and whose convolutions have [SpectralNorm].
///
/// @param shortcut changes the number of channels beside the two convolutions, where that is needed
record SpadeBlock(Step first, Step second, Optional<Step> shortcut) {

    /// The tensors `NAME.conv_0`, `NAME.norm_0`, `NAME.conv_1`, `NAME.norm_1`, and `NAME.conv_s`, `NAME.norm_s` where
    /// the number of channels changes.
    static SpadeBlock of(Parameters p, String name, int in, int out) {
        int middle = Math.min(in, out);
        Parameters own = p.at(name);
        return new SpadeBlock(
                new Step(SpadeNorm.of(own, "norm_0", in), conv(own, "conv_0", in, middle)),
                new Step(SpadeNorm.of(own, "norm_1", middle), conv(own, "conv_1", middle, out)),
                in == out
                        ? Optional.empty()
                        : Optional.of(new Step(SpadeNorm.of(own, "norm_s", in), projection(own, "conv_s", in, out))));
    }

    /// @param x (N, C, h, w)
    /// @param face of any size
    Tensor forward(Tensor x, Tensor face) {
        return Scope.of(() -> {
            Tensor seen = face.resizeBilinear(x.size(2), x.size(3)); // (N, 3, h, w)
            Tensor halfway = leaky(first, x, seen);
            Tensor change = leaky(second, halfway, seen);
            halfway.close();
            Tensor kept = shortcut.map(step ->
                            Scope.of(() -> step.conv().forward(step.norm().forward(x, seen))))
                    .orElse(x);
            return kept.plus(change);
        });
    }

    private static Tensor leaky(Step step, Tensor x, Tensor face) {
        Layer layer = Layer.chain(y -> step.norm().forward(y, face), y -> y.leakyRelu(0.2), step.conv());
        return layer.forward(x);
    }

    /// The division by σ is done once here: of the input, which is smaller than the weight.
    private static Layer conv(Parameters p, String name, int in, int out) {
        SpectralNorm weight = SpectralNorm.of(p, name, in, out, 3);
        Tensor bias = p.tensor(name + ".bias", Start.ZERO, out);
        double inverse = inverse(weight);
        return x -> Scope.of(() -> x.times(inverse).conv(weight.weight(), bias, 1, 1));
    }

    private static Layer projection(Parameters p, String name, int in, int out) {
        SpectralNorm weight = SpectralNorm.of(p, name, in, out, 1);
        double inverse = inverse(weight);
        return x -> Scope.of(() -> x.times(inverse).conv(weight.weight(), 1, 0, 1));
    }

    private static double inverse(SpectralNorm weight) {
        try (Scope _ = Scope.open()) {
            return 1.0 / Scope.inference(weight::sigma).item();
        }
    }

    /// A normalisation and the convolution after it.
    record Step(SpadeNorm norm, Layer conv) {}
}
