package dev.tintype.nn.net;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.Weights;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.net.SceneVae.Code;
import dev.tintype.nn.net.SceneVae.Decoder;
import dev.tintype.nn.net.SceneVae.Encoder;
import dev.tintype.nn.net.SceneVae.Widths;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;

/// The whole way of a photo: encoder of old photos, mapping, decoder of clean photos. The decoder paints what is to be
/// added to the photo, so what is intact stays.
///
/// Source: Z. Wan et al., "Bringing Old Photos Back to Life", CVPR 2020, doi:10.1109/CVPR42600.2020.00282. Unlike the
/// paper: the three parts are trained on together at the end, the decoder paints a correction and not the photo, and
/// what is intact takes a bridge past the latent. It also sees what was taken out of the scan before: not all of
/// that was noise.
///
/// @param removed sees what was taken out
public record SceneTranslation(Encoder old, Conv removed, LatentMapping mapping, Decoder clean) {
    /// Sides must be multiples of this.
    public static final int MULTIPLE = 8;

    /// The whole of it.
    public static SceneTranslation of(Parameters p, Widths widths) {
        return of(p, widths, true);
    }

    /// The same, whole or not.
    ///
    /// @param nonLocal whether the mapping has its partial non-local block
    public static SceneTranslation of(Parameters p, Widths widths, boolean nonLocal) {
        return new SceneTranslation(
                Encoder.of(p.at("old.encoder"), widths),
                Conv.of(p, "removed", Start.ZERO, 12, widths.fine(), 3, 1, 1),
                LatentMapping.of(p.at("mapping"), widths, nonLocal),
                Decoder.of(p.at("clean.decoder"), widths));
    }

    public static SceneTranslation of(Weights weights) {
        int deep = (int) weights.shape("mapping.down.weight")[0];
        Widths widths = Widths.ofEncoder(weights.part("old.encoder."), deep);
        boolean nonLocal = weights.tensors().containsKey("mapping.nonLocal.theta.weight");
        return weights.build(p -> of(p, widths, nonLocal));
    }

    /// The restored photo, (N, 3, H, W) in about [-1, 1].
    ///
    /// @param x (N, 3, H, W) in [-1, 1], what is lost already painted over
    /// @param scan of its shape, as it came; where it is lost it does not count
    /// @param damage (N, 1, H, W), 1 where the photo is lost
    public Tensor forward(Tensor x, Tensor scan, Tensor damage) {
        return Scope.of(() -> {
            Code code = encode(x, scan, damage);
            return decode(x, damage, code, mapping.forward(code, damage));
        });
    }

    /// What the encoder of old photos sees.
    public Code encode(Tensor x, Tensor scan, Tensor damage) {
        return old.see(Scope.of(() -> {
            Tensor taken = scan.minus(x).times(damage.times(-1).plus(1)); // out of the scan, where it is not lost
            return old.stem()
                    .forward(x.pixelUnshuffle(2).channelsLast())
                    .plus(removed.forward(taken.pixelUnshuffle(2).channelsLast()));
        }));
    }

    /// The photo that a latent of the clean domain and the bridge give.
    public Tensor decode(Tensor x, Tensor damage, Code code, Tensor latent) {
        return Scope.of(() -> {
            Tensor quarter =
                    clean.latent().forward(latent).plus(mapping.bridge().quarter(code));
            return x.plus(clean.picture(clean.features(quarter, mapping.bridge().half(code, damage))));
        });
    }
}
