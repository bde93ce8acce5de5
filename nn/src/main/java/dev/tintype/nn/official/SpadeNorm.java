package dev.tintype.nn.official;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;

/// Batch normalisation whose scale and shift at every place come from another picture, here the face itself:
/// `norm(x) (1 + γ(face)) + β(face)`.
///
/// Source: T. Park et al., "Semantic Image Synthesis with Spatially-Adaptive Normalization", 2019,
/// doi:10.1109/CVPR.2019.00244.
///
/// @param mean of the training photos (C)
/// @param variance of the training photos (C)
/// @param shared from the face to 128 channels
record SpadeNorm(Tensor mean, Tensor variance, Conv shared, Conv gamma, Conv beta) {
    private static final int HIDDEN = 128;

    static SpadeNorm of(Parameters p, String name, int channels) {
        return new SpadeNorm(
                p.tensor(name + ".param_free_norm.running_mean", Start.ZERO, channels),
                p.tensor(name + ".param_free_norm.running_var", Start.ONE, channels),
                Conv.three(p, name + ".mlp_shared.0", 3, HIDDEN),
                Conv.three(p, name + ".mlp_gamma", HIDDEN, channels),
                Conv.three(p, name + ".mlp_beta", HIDDEN, channels));
    }

    /// @param x (N, C, h, w)
    /// @param face (N, 3, h, w)
    Tensor forward(Tensor x, Tensor face) {
        return Scope.of(() -> {
            Tensor hidden = Scope.of(() -> shared.forward(face).relu()); // (N, 128, h, w)
            Tensor scaled = Scope.of(() -> {
                Tensor scale = Scope.of(() -> gamma.forward(hidden).plus(1)); // (N, C, h, w)
                return x.batchNorm(mean, variance).times(scale);
            });
            return scaled.plus(beta.forward(hidden));
        });
    }
}
