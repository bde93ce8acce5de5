package dev.tintype.train.objective;

import dev.tintype.nn.torch.Tensor;
import dev.tintype.train.objective.Loss.Term;
import java.util.List;

/// The adversarial loss as least squares: a judgement is to be 1 for what shall pass as real, 0 for what shall not.
/// Summed over the scales of a discriminator.
///
/// Source: X. Mao et al., "Least Squares Generative Adversarial Networks", 2017, doi:10.1109/ICCV.2017.304.
public final class Lsgan {
    private Lsgan() {}

    /// How far judgements are from what they should be.
    ///
    /// @param scales what every layer says, the judgement last
    public static Tensor loss(List<List<Tensor>> scales, boolean real) {
        return scales.stream()
                .map(features -> features.getLast().plus(real ? -1 : 0).square().mean())
                .reduce(Tensor::plus)
                .orElseThrow();
    }

    /// What a discriminator wants: half of each loss.
    ///
    /// @param fake what every layer says of what was made up, the judgement last
    /// @param real the same of what is real
    public static Loss judge(List<List<Tensor>> fake, List<List<Tensor>> real) {
        return Loss.of(new Term("fake", 0.5, loss(fake, false)), new Term("real", 0.5, loss(real, true)));
    }
}
