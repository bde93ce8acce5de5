package dev.tintype.nn.layer;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;

/// A residual block whose two normalisations are modulated at every place by what was seen in the degraded face:
/// `x + conv(leaky(m₂(conv(leaky(m₁(x))))))` with `m(x) = n(x) (1 + γ(s)) + β(s)`, where `n` has mean 0 and variance 1
/// over the channels of each place.
///
/// Source: T. Park et al., "Semantic Image Synthesis with Spatially-Adaptive Normalization", 2019,
/// doi:10.1109/CVPR.2019.00244.
/// Unlike the paper: the statistics are those of a place (J. L. Ba et al., "Layer Normalization", 2016,
/// arXiv:1607.06450), not of a batch, so a face gives the same alone and among others; γ and β come from features that
/// have seen their surroundings, by convolutions of side 1.
public record SpadeResidual(Modulation first, Conv before, Modulation second, Conv after) {
    private static final double LEAK = 0.2;

    /// The tensors `first.*`, `before.*`, `second.*`, `after.*`.
    ///
    /// @param seen channels of the features that modulate
    public static SpadeResidual of(Parameters p, int channels, int seen) {
        return new SpadeResidual(
                Modulation.of(p, "first", channels, seen),
                Conv.three(p, "before", channels, channels),
                Modulation.of(p, "second", channels, seen),
                Conv.of(p, "after", Start.SMALL, channels, channels, 3, 1, 1));
    }

    /// The output for `x`.
    ///
    /// @param x (N, C, h, w)
    /// @param seen (N, S, h, w)
    public Tensor forward(Tensor x, Tensor seen) {
        return Scope.of(() -> {
            Tensor halfway = before.forward(first.apply(x, seen).leakyRelu(LEAK));
            return x.plus(after.forward(second.apply(halfway, seen).leakyRelu(LEAK)));
        });
    }

    /// A normalisation whose scale and shift at every place come from elsewhere.
    ///
    /// @param both from what was seen to γ, then β
    record Modulation(Conv both) {
        static Modulation of(Parameters p, String name, int channels, int seen) {
            return new Modulation(Conv.of(p, name, Start.SMALL, seen, 2 * channels, 1, 1, 0));
        }

        Tensor apply(Tensor x, Tensor seen) {
            return Scope.of(() -> {
                long channels = x.size(1);
                Tensor numbers = both.forward(seen); // (N, 2C, h, w)
                Tensor gamma = numbers.narrow(1, 0, channels);
                Tensor beta = numbers.narrow(1, channels, channels);
                return x.channelNorm().times(gamma.plus(1)).plus(beta);
            });
        }
    }
}
