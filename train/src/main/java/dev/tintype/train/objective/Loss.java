package dev.tintype.train.objective;

import dev.tintype.nn.torch.Tensor;
import java.util.List;

/// What a player wants to make small: a weighted sum of terms.
public record Loss(List<Term> terms) {
    public Loss {
        terms = List.copyOf(terms);
    }

    public static Loss of(Term... terms) {
        return new Loss(List.of(terms));
    }

    /// The sum, from which gradients flow.
    public Tensor total() {
        Tensor sum = terms.getFirst().weighted();
        for (Term term : terms.subList(1, terms.size())) {
            sum = sum.plus(term.weighted());
        }
        return sum;
    }

    /// One named part.
    ///
    /// @param value one number, before weighting
    public record Term(String name, double weight, Tensor value) {
        Tensor weighted() {
            return value.times(weight);
        }
    }
}
