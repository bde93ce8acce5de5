package dev.tintype.nn.layer;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.Weights;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/// `x + conv(relu(conv(x)))`, without normalisation, so that a tile with halo gives what the whole photo gives.
///
/// Source: B. Lim et al., "Enhanced Deep Residual Networks for Single Image Super-Resolution", 2017,
/// doi:10.1109/CVPRW.2017.151.
public record PlainResidual(Conv first, Conv second) implements Layer {
    public static PlainResidual of(Parameters p, String name, int channels) {
        return new PlainResidual(
                Conv.three(p, name + ".first", channels, channels),
                Conv.of(p, name + ".second", Start.SMALL, channels, channels, 3, 1, 1));
    }

    /// `count` of them in a row, named `NAME.0`, `NAME.1`, and so on.
    public static Layer row(Parameters p, String name, int channels, int count) {
        List<PlainResidual> blocks = IntStream.range(0, count)
                .mapToObj(i -> of(p, name + "." + i, channels))
                .toList();
        return Layer.chain(blocks);
    }

    /// How many blocks a row of this name has in some weights.
    public static int count(Weights weights, String name) {
        int count = 0;
        while (weights.tensors().containsKey(name + "." + count + ".first.weight")) {
            count++;
        }
        return count;
    }

    @Override
    public Tensor forward(Tensor x) {
        return Scope.of(() -> x.plus(second.forward(first.forward(x).relu())));
    }
}
