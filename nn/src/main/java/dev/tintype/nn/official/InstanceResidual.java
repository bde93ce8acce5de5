package dev.tintype.nn.official;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/// `x + norm(conv(relu(norm(conv(x)))))` with mirrored borders and instance normalisation, nothing after the sum.
record InstanceResidual(Layer branch) implements Layer {

    /// The tensors `NAME.conv_block.1` and `NAME.conv_block.5`.
    static InstanceResidual of(Parameters p, String name, int channels) {
        return new InstanceResidual(Layer.chain(
                x -> x.reflectionPad(1),
                Conv.of(p, name + ".conv_block.1", Start.HE, channels, channels, 3, 1, 0),
                Tensor::instanceNorm,
                Tensor::relu,
                x -> x.reflectionPad(1),
                Conv.of(p, name + ".conv_block.5", Start.HE, channels, channels, 3, 1, 0),
                Tensor::instanceNorm));
    }

    /// `count` of them, named `NAME.FIRST`, `NAME.FIRST+1` and so on.
    static List<Layer> row(Parameters p, String name, int first, int count, int channels) {
        return IntStream.range(first, first + count)
                .<Layer>mapToObj(i -> of(p, name + "." + i, channels))
                .toList();
    }

    @Override
    public Tensor forward(Tensor x) {
        return Scope.of(() -> x.plus(branch.forward(x)));
    }
}
