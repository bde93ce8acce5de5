package dev.tintype.nn.layer;

import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.util.List;

/// A part of a network with one input and one output.
@FunctionalInterface
public interface Layer {
    Tensor forward(Tensor x);

    /// Layers in a row. Intermediate results die as soon as they are not needed.
    static Layer chain(List<? extends Layer> layers) {
        return x -> Scope.of(() -> {
            Tensor y = x;
            for (Layer layer : layers) {
                Tensor z = layer.forward(y);
                if (y != x && y != z) {
                    y.close();
                }
                y = z;
            }
            return y;
        });
    }

    static Layer chain(Layer... layers) {
        return chain(List.of(layers));
    }

    /// A layer that is told where the photo is damaged.
    interface Masked {
        /// The output for `x`.
        ///
        /// @param damage (N, 1, H, W), the damaged share of each place, 0 to 1
        Tensor forward(Tensor x, Tensor damage);
    }
}
