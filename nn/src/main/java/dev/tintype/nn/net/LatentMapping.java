package dev.tintype.nn.net;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.layer.PartialNonLocalBlock;
import dev.tintype.nn.layer.PlainResidual;
import dev.tintype.nn.net.SceneVae.Code;
import dev.tintype.nn.net.SceneVae.Widths;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.util.List;

/// The way from the latent space of old photos to that of clean ones. Its local branch, residual blocks, mends noise
/// and
/// blur; its global branch, a partial non-local block, mends what the mask calls lost.
///
/// Source: Z. Wan et al., "Bringing Old Photos Back to Life", CVPR 2020, doi:10.1109/CVPR42600.2020.00282, sections 3.2
/// and 3.3. Unlike the paper: the blocks work at an eighth of the photo's size, and a bridge carries features of what
/// is
/// intact past the latent.
public record LatentMapping(
        Conv in, Conv down, Layer before, Layer.Masked nonLocal, Layer after, Conv up, Layer out, Bridge bridge) {

    /// @param nonLocal whether there is a partial non-local block; without it the local branch fills what is lost
    static LatentMapping of(Parameters p, Widths widths, boolean nonLocal) {
        return new LatentMapping(
                Conv.three(p, "in", widths.latent() + 1, widths.coarse()),
                Conv.of(p, "down", Start.HE, widths.coarse(), widths.deep(), 2, 2, 0),
                PlainResidual.row(p, "before", widths.deep(), 3),
                nonLocal ? PartialNonLocalBlock.of(p, "nonLocal", widths.deep()) : (x, _) -> x,
                PlainResidual.row(p, "after", widths.deep(), 3),
                Conv.one(p, "up", widths.deep(), 4 * widths.coarse()),
                Layer.chain(
                        PlainResidual.of(p, "out.0", widths.coarse()),
                        Conv.three(p, "out.1", widths.coarse(), widths.latent())),
                Bridge.of(p.at("bridge"), widths));
    }

    /// The latent of the clean photo, (N, latent, H/4, W/4).
    ///
    /// @param damage (N, 1, H, W), 1 where the photo is lost
    public Tensor forward(Code code, Tensor damage) {
        return Scope.of(() -> {
            Tensor quarter = in.forward(
                    Tensor.cat(List.of(code.latent(), damage.averagePool(4, 4, 0)), 1)); // (N, coarse, H/4, W/4)
            Tensor eighth = before.forward(down.forward(quarter)); // (N, deep, H/8, W/8)
            Tensor mended = after.forward(nonLocal.forward(eighth, damage.averagePool(8, 8, 0)));
            return out.forward(up.forward(mended).pixelShuffle(2).plus(quarter));
        });
    }

    /// Carries the encoder's features past the latent to the decoder.
    public record Bridge(Conv coarse, Conv fineIn, Conv fineOut) {
        static Bridge of(Parameters p, Widths widths) {
            return new Bridge(
                    Conv.of(p, "coarse", Start.SMALL, widths.coarse(), widths.coarse(), 3, 1, 1),
                    Conv.three(p, "fineIn", widths.fine() + 4, widths.fine()),
                    Conv.of(p, "fineOut", Start.SMALL, widths.fine(), widths.fine(), 3, 1, 1));
        }

        /// What is added to the decoder's features at quarter size.
        Tensor quarter(Code code) {
            return coarse.forward(code.coarse());
        }

        /// What is added at half size.
        Tensor half(Code code, Tensor damage) {
            return Scope.of(() ->
                    fineOut.forward(fineIn.forward(Tensor.cat(List.of(code.fine(), damage.pixelUnshuffle(2)), 1))
                            .relu()));
        }
    }
}
