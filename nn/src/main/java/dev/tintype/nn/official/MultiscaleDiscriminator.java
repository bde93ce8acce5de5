package dev.tintype.nn.official;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Judges patches of a photo, or of a latent, at several sizes; only training needs it.
///
/// Source: T.-C. Wang et al., "High-Resolution Image Synthesis and Semantic Manipulation with Conditional GANs", 2018,
/// doi:10.1109/CVPR.2018.00917.
///
/// @param scales five layers each; the last scale sees the whole size, the one before it half of it, and so on
public record MultiscaleDiscriminator(List<List<Layer>> scales) {
    private static final int LAYERS = 5;

    /// The one that judges photos of a domain.
    public static MultiscaleDiscriminator ofPhotos(Parameters p) {
        return of(p, 3, 64, 2, false);
    }

    /// The one that judges latents: real old photos or synthetic ones.
    public static MultiscaleDiscriminator ofLatents(Parameters p) {
        return of(p, Vae.WIDTH, 64, 1, false);
    }

    /// The one that judges pairs of old and restored photos, six channels.
    ///
    /// @param spectral with [SpectralNorm], as for photos with holes
    public static MultiscaleDiscriminator ofPairs(Parameters p, boolean spectral) {
        return of(p, 6, 64, 2, spectral);
    }

    /// Any other one.
    ///
    /// @param in channels of what is judged
    /// @param width channels of the first layer
    public static MultiscaleDiscriminator of(Parameters p, int in, int width, int scales, boolean spectral) {
        List<List<Layer>> all = new ArrayList<>();
        for (int scale = 0; scale < scales; scale++) {
            List<Layer> layers = new ArrayList<>();
            for (int layer = 0; layer < LAYERS; layer++) {
                String name = "scale%d_layer%d.0".formatted(scale, layer);
                int from = layer == 0 ? in : width << (layer - 1);
                int to = layer == LAYERS - 1 ? 1 : width << layer;
                Layer conv = conv(p, name, from, to, layer < 3 ? 2 : 1, spectral);
                layers.add(
                        switch (layer) {
                            case 0 -> Layer.chain(conv, MultiscaleDiscriminator::leaky);
                            case LAYERS - 1 -> conv;
                            default -> Layer.chain(conv, Tensor::instanceNorm, MultiscaleDiscriminator::leaky);
                        });
            }
            all.add(List.copyOf(layers));
        }
        return new MultiscaleDiscriminator(List.copyOf(all));
    }

    /// What every layer says, the whole size first; the last of each list is the judgement, about 1 for real.
    public List<List<Tensor>> forward(Tensor x) {
        List<List<Tensor>> all = new ArrayList<>();
        Tensor input = x;
        for (List<Layer> layers : scales.reversed()) {
            List<Tensor> features = new ArrayList<>();
            Tensor y = input;
            for (Layer layer : layers) {
                y = layer.forward(y);
                features.add(y);
            }
            all.add(List.copyOf(features));
            input = input.averagePool(3, 2, 1);
        }
        return List.copyOf(all);
    }

    private static Layer conv(Parameters p, String name, int in, int out, int stride, boolean spectral) {
        if (!spectral) {
            return Conv.of(p, name, Start.HE, in, out, 4, stride, 2);
        }
        SpectralNorm weight = SpectralNorm.of(p, name, in, out, 4);
        Tensor bias = p.tensor(name + ".bias", Start.ZERO, out);
        return x -> Scope.of(() -> x.conv(weight.normalized(), bias, stride, 2));
    }

    private static Tensor leaky(Tensor x) {
        return x.leakyRelu(0.2);
    }
}
