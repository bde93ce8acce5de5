package dev.tintype.nn.net;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Weights;
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
/// what is
/// intact takes a bridge past the latent.
public record SceneTranslation(Encoder old, LatentMapping mapping, Decoder clean) {
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
    /// @param damage (N, 1, H, W), 1 where the photo is lost
    public Tensor forward(Tensor x, Tensor damage) {
        return Scope.of(() -> {
            Code code = old.forward(x);
            return decode(x, damage, code, mapping.forward(code, damage));
        });
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
