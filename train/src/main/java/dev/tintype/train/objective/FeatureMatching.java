package dev.tintype.train.objective;

import dev.tintype.nn.torch.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/// What the layers of a discriminator see in a painted photo is to be what they see in the true one: the mean over the
/// scales of the sum over the layers of the mean absolute difference.
///
/// Source: T.-C. Wang et al., "High-Resolution Image Synthesis and Semantic Manipulation with Conditional GANs", 2018,
/// doi:10.1109/CVPR.2018.00917, equation 4.
public final class FeatureMatching {
    private FeatureMatching() {}

    /// The difference; no gradient flows into `real`.
    ///
    /// @param fake what every layer says of the painted photo, the judgement, which is left out, last
    public static Tensor loss(List<List<Tensor>> fake, List<List<Tensor>> real) {
        return IntStream.range(0, fake.size())
                .boxed()
                .flatMap(scale -> IntStream.range(0, fake.get(scale).size() - 1)
                        .mapToObj(layer -> fake.get(scale)
                                .get(layer)
                                .minus(real.get(scale).get(layer).detach())
                                .abs()
                                .mean()))
                .reduce(Tensor::plus)
                .orElseThrow()
                .times(1.0 / fake.size());
    }
}
