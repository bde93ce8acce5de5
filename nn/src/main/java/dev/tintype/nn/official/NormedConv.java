package dev.tintype.nn.official;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.torch.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/// A convolution of side 3 with zero padding, instance normalisation and ReLU.
final class NormedConv {
    private NormedConv() {}

    /// One from every width to the next, named `NAME.FIRST`, `NAME.FIRST+3` and so on.
    static List<Layer> row(Parameters p, String name, int first, List<Integer> widths) {
        return IntStream.range(0, widths.size() - 1)
                .mapToObj(i -> Layer.chain(
                        Conv.three(p, name + "." + (first + 3 * i), widths.get(i), widths.get(i + 1)),
                        Tensor::instanceNorm,
                        Tensor::relu))
                .toList();
    }
}
