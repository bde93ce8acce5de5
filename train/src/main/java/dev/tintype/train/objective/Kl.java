package dev.tintype.train.objective;

import dev.tintype.nn.torch.Tensor;

/// The Kullback-Leibler divergence of a Gaussian posterior of variance 1 from the standard normal prior, up to its
/// factor: the mean square of its mean.
///
/// Source: D. P. Kingma and M. Welling, "Auto-Encoding Variational Bayes", 2014, arXiv:1312.6114; with a fixed variance
/// as in M.-Y. Liu et al., "Unsupervised Image-to-Image Translation Networks", 2017, arXiv:1703.00848.
public final class Kl {
    private Kl() {}

    /// The divergence.
    ///
    /// @param mean of the posterior, any shape
    public static Tensor loss(Tensor mean) {
        return mean.square().mean();
    }
}
