package dev.tintype.nn.net;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.Weights;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.layer.PlainResidual;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;

/// A variational autoencoder of photos: one for old photos, one for clean ones. The posterior is normal with variance 1
/// around the latent mean.
///
/// Source: Z. Wan et al., "Bringing Old Photos Back to Life", CVPR 2020, doi:10.1109/CVPR42600.2020.00282, section 3.1.
/// Unlike the paper: no normalisation layers, and the finest scale is at half size behind a pixel unshuffle.
public record SceneVae(Encoder encoder, Decoder decoder) {

    public static SceneVae of(Parameters p, Widths widths) {
        return new SceneVae(Encoder.of(p.at("encoder"), widths), Decoder.of(p.at("decoder"), widths));
    }

    /// Channels at half, quarter and eighth size, and of the latent at quarter size.
    public record Widths(int fine, int coarse, int deep, int latent) {
        /// Widths of the network that ships.
        public static final Widths SMALL = new Widths(32, 64, 128, 64);

        /// The widths that an encoder's tensors have; `deep` is a mapping's.
        static Widths ofEncoder(Weights weights, int deep) {
            long[] coarse = weights.shape("down.weight"); // (coarse, fine, 2, 2)
            return new Widths((int) coarse[1], (int) coarse[0], deep, (int) weights.shape("latent.weight")[0]);
        }
    }

    /// What an encoder sees in a photo: features at half and quarter size, and the latent mean at quarter size.
    public record Code(Tensor fine, Tensor coarse, Tensor latent) {}

    /// (N, 3, H, W) in [-1, 1], sides multiples of 8, to a [Code].
    public record Encoder(Conv stem, Layer fine, Conv down, Layer coarse, Conv latent) {
        public static Encoder of(Parameters p, Widths widths) {
            return new Encoder(
                    Conv.three(p, "stem", 12, widths.fine()),
                    PlainResidual.row(p, "fine", widths.fine(), 2),
                    Conv.of(p, "down", Start.HE, widths.fine(), widths.coarse(), 2, 2, 0),
                    PlainResidual.row(p, "coarse", widths.coarse(), 2),
                    Conv.three(p, "latent", widths.coarse(), widths.latent()));
        }

        /// The encoder whose weights these are.
        public static Encoder of(Weights weights) {
            return weights.build(p -> of(p, Widths.ofEncoder(weights, 0)));
        }

        public Code forward(Tensor x) {
            return see(Scope.of(() -> stem.forward(x.pixelUnshuffle(2).channelsLast())));
        }

        /// What follows the first layer.
        ///
        /// @param first (N, fine, H/2, W/2)
        Code see(Tensor first) {
            Tensor half = fine.forward(first); // (N, fine, H/2, W/2)
            Tensor quarter = coarse.forward(down.forward(half)); // (N, coarse, H/4, W/4)
            return new Code(half, quarter, latent.forward(quarter));
        }
    }

    /// (N, latent, H/4, W/4) to (N, 3, H, W).
    public record Decoder(Conv latent, Layer coarse, Conv up, Layer fine, Conv head) {
        static Decoder of(Parameters p, Widths widths) {
            return new Decoder(
                    Conv.three(p, "latent", widths.latent(), widths.coarse()),
                    PlainResidual.row(p, "coarse", widths.coarse(), 2),
                    Conv.one(p, "up", widths.coarse(), 4 * widths.fine()),
                    PlainResidual.row(p, "fine", widths.fine(), 2),
                    Conv.of(p, "head", Start.SMALL, widths.fine(), 12, 3, 1, 1));
        }

        public Tensor forward(Tensor z) {
            return picture(features(latent.forward(z), Tensor.zeros(1)));
        }

        /// Features at half size, from features at quarter size and what is added to them at half size.
        Tensor features(Tensor quarter, Tensor added) {
            return Scope.of(() -> fine.forward(
                    up.forward(coarse.forward(quarter)).pixelShuffle(2).plus(added)));
        }

        Tensor picture(Tensor features) {
            return Scope.of(() -> head.forward(features).pixelShuffle(2));
        }
    }
}
