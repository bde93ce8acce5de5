package dev.tintype.nn.official;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;

/// A weight that is divided by an estimate of its largest singular value, σ = uᵀ W v, with W as a matrix (O, I·K·K).
///
/// Source: T. Miyato et al., "Spectral Normalization for Generative Adversarial Networks", 2018, arXiv:1802.05957.
///
/// @param weight (O, I, K, K)
/// @param u left singular vector (O)
/// @param v right singular vector (I·K·K)
record SpectralNorm(Tensor weight, Tensor u, Tensor v) {

    /// The tensors `NAME.weight_orig`, `NAME.weight_u` and `NAME.weight_v`.
    static SpectralNorm of(Parameters p, String name, int in, int out, int kernel) {
        return new SpectralNorm(
                p.tensor(name + ".weight_orig", Start.HE, out, in, kernel, kernel),
                p.tensor(name + ".weight_u", Start.ONE, out),
                p.tensor(name + ".weight_v", Start.ONE, (long) in * kernel * kernel));
    }

    /// A single number; differentiable in the weight.
    Tensor sigma() {
        return Scope.of(() -> {
            Tensor matrix = weight.reshape(u.count(), v.count());
            Tensor image = matrix.matmul(v.reshape(v.count(), 1)); // (O, 1)
            return u.reshape(1, u.count()).matmul(image); // (1, 1)
        });
    }

    /// The divided weight.
    Tensor normalized() {
        return Scope.of(() -> weight.over(sigma().reshape(1, 1, 1, 1)));
    }
}
