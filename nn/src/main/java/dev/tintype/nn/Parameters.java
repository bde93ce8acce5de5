package dev.tintype.nn;

import dev.tintype.nn.torch.Tensor;

/// Where the layers of a network get their tensors from, by name: a weights file, or fresh random numbers.
public interface Parameters {
    /// The tensor of a name, which has this shape.
    ///
    /// @param start what a network that has not learnt anything yet begins with
    Tensor tensor(String name, Start start, long... shape);

    /// The same tensors, for a part of the network.
    default Parameters at(String prefix) {
        return (name, start, shape) -> tensor(prefix + "." + name, start, shape);
    }

    /// How a tensor begins its life.
    enum Start {
        /// Normal with variance 2 / inputs (He et al. 2015), for what a ReLU follows.
        HE,
        /// A tenth of [#HE], for the last layer of a residual branch: the block begins near the identity.
        SMALL,
        ZERO,
        ONE
    }
}
