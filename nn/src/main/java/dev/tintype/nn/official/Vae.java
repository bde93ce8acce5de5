package dev.tintype.nn.official;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.torch.Tensor;

/// The variational autoencoder of one domain of photos: of old ones (A) or of clean ones (B).
///
/// The latent code is the mean of the posterior, whose variance is fixed to 1; restoring adds no noise to it.
///
/// @param encoder (N, 3, H, W) in -1 to 1 to the latent (N, 64, H/4, W/4)
/// @param decoder the way back
public record Vae(Layer encoder, Layer decoder) {
    /// Channels of the latent and of every hidden layer.
    public static final int WIDTH = 64;

    /// H and W must be multiples of this, else the decoder's photo is smaller than the encoder's.
    public static final int MULTIPLE = 4;

    public static Vae of(Parameters p) {
        return of(p, WIDTH);
    }

    /// A smaller one, for experiments.
    public static Vae of(Parameters p, int width) {
        return new Vae(encoder(p, width), decoder(p, width));
    }

    private static Layer encoder(Parameters p, int width) {
        Layer reduce = Layer.chain(
                x -> x.reflectionPad(3),
                Conv.of(p, "encoder.1", Start.HE, 3, width, 7, 1, 0),
                Tensor::instanceNorm,
                Tensor::relu,
                Conv.of(p, "encoder.4", Start.HE, width, width, 4, 2, 1),
                Tensor::instanceNorm,
                Tensor::relu,
                Conv.of(p, "encoder.7", Start.HE, width, width, 4, 2, 1),
                Tensor::instanceNorm,
                Tensor::relu);
        return Layer.chain(reduce, Layer.chain(InstanceResidual.row(p, "encoder", 10, 4, width)));
    }

    private static Layer decoder(Parameters p, int width) {
        Layer enlarge = Layer.chain(
                doubling(p, "decoder.4", width),
                Tensor::instanceNorm,
                Tensor::relu,
                doubling(p, "decoder.7", width),
                Tensor::instanceNorm,
                Tensor::relu,
                x -> x.reflectionPad(3),
                Conv.of(p, "decoder.11", Start.HE, width, 3, 7, 1, 0),
                Tensor::tanh);
        return Layer.chain(Layer.chain(InstanceResidual.row(p, "decoder", 0, 4, width)), enlarge);
    }

    /// A transposed convolution that doubles both sides.
    private static Layer doubling(Parameters p, String name, int width) {
        Tensor weight = p.tensor(name + ".weight", Start.HE, width, width, 4, 4); // (I, O, K, K)
        Tensor bias = p.tensor(name + ".bias", Start.ZERO, width);
        return x -> x.convTransposed(weight, bias, 2, 1);
    }
}
