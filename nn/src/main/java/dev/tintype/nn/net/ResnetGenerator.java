package dev.tintype.nn.net;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.Weights;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.layer.Doubling;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.layer.PlainResidual;
import dev.tintype.nn.torch.Tensor;

/// The generator of CycleGAN: down to a quarter of the size, residual blocks there, and up again.
///
/// Source: J.-Y. Zhu et al., "Unpaired Image-to-Image Translation using Cycle-Consistent Adversarial Networks", 2017,
/// doi:10.1109/ICCV.2017.244, after J. Johnson et al., "Perceptual Losses", 2016, doi:10.1007/978-3-319-46475-6_43.
/// Nine
/// blocks, as there for squares of 256 pixels. Unlike the paper: no normalisation, so that a tile with a frame gives
/// what the whole photo gives; sub-pixel instead of transposed convolutions; three eighths of its width, which makes it
/// about as large as our scene network.
public record ResnetGenerator(Layer whole) implements Generator {
    /// Channels at full size, doubled with each halving: 1.76 million weights, 126 thousand multiplications a pixel.
    public static final int WIDTH = 24;

    private static final int BLOCKS = 9;

    /// A network of a width.
    public static ResnetGenerator of(Parameters p, int width) {
        return of(p, width, BLOCKS);
    }

    private static ResnetGenerator of(Parameters p, int width, int blocks) {
        return new ResnetGenerator(Layer.chain(
                Conv.of(p, "stem", Start.HE, 3, width, 7, 1, 3), // (N, width, H, W)
                Tensor::relu,
                Conv.of(p, "down.0", Start.HE, width, 2 * width, 3, 2, 1),
                Tensor::relu,
                Conv.of(p, "down.1", Start.HE, 2 * width, 4 * width, 3, 2, 1), // (N, 4 width, H/4, W/4)
                Tensor::relu,
                PlainResidual.row(p, "blocks", 4 * width, blocks),
                Doubling.of(p, "up.1", Start.HE, 4 * width, 2 * width),
                Tensor::relu,
                Doubling.of(p, "up.0", Start.HE, 2 * width, width),
                Tensor::relu,
                Conv.of(p, "head", Start.SMALL, width, 3, 7, 1, 3),
                Tensor::tanh));
    }

    /// The network whose weights these are.
    public static ResnetGenerator of(Weights weights) {
        int width = (int) weights.shape("stem.weight")[0];
        int blocks = PlainResidual.count(weights, "blocks");
        return weights.build(p -> of(p, width, blocks));
    }

    @Override
    public int multiple() {
        return 4;
    }

    @Override
    public Tensor paint(Tensor x) {
        return whole.forward(x);
    }
}
