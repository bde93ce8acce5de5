package dev.tintype.train.objective;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.Weights;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.torch.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Two photos are to look alike to a network that recognises objects: weighted mean absolute differences after the
/// first
/// layer of each of five sizes of VGG-19.
///
/// Source: J. Johnson et al., "Perceptual Losses for Real-Time Style Transfer and Super-Resolution", 2016,
/// doi:10.1007/978-3-319-46475-6_43; K. Simonyan and A. Zisserman, arXiv:1409.1556. Layers and weights are those of
/// pix2pixHD. Photos go in from -1 to 1, without the normalisation VGG was trained with, as in the released code.
///
/// @param slices the network cut after relu1_1, relu2_1, relu3_1, relu4_1 and relu5_1
public record Perceptual(List<Layer> slices) {
    private static final double[] WEIGHTS = {1.0 / 32, 1.0 / 16, 1.0 / 8, 1.0 / 4, 1};

    /// Convolutions of every size: the first one ends a slice.
    private static final int[] CONVOLUTIONS = {2, 2, 4, 4, 1};

    private static final Pattern NEEDED = Pattern.compile("features\\.(1?\\d|2[0-8])\\.(weight|bias)");

    private static final int[] CHANNELS = {64, 128, 256, 512, 512};

    /// The tensors `features.0.weight`, `features.0.bias` and so on, as torchvision names them.
    public static Perceptual of(Parameters p) {
        List<Layer> slices = new ArrayList<>();
        List<Layer> layers = new ArrayList<>();
        int index = 0;
        int in = 3;
        for (int size = 0; size < CHANNELS.length; size++) {
            for (int i = 0; i < CONVOLUTIONS[size]; i++, index += 2) {
                layers.add(Conv.of(p, "features." + index, Start.HE, in, CHANNELS[size], 3, 1, 1));
                layers.add(Tensor::relu);
                in = CHANNELS[size];
                if (i == 0) {
                    slices.add(Layer.chain(layers));
                    layers = new ArrayList<>();
                }
            }
            layers.add(x -> x.maxPool(2, 2, 0));
            index++;
        }
        return new Perceptual(List.copyOf(slices));
    }

    /// From weights that may hold the rest of VGG-19 too.
    public static Perceptual of(Weights weights) {
        Map<String, Tensor> needed = new LinkedHashMap<>(weights.tensors());
        needed.keySet().removeIf(name -> !NEEDED.matcher(name).matches());
        return new Weights(weights.name(), needed, weights.card()).build(Perceptual::of);
    }

    /// The difference; no gradient flows into `reference`.
    ///
    /// @param painted (N, 3, H, W) in -1 to 1
    /// @param reference the same
    public Tensor loss(Tensor painted, Tensor reference) {
        Tensor x = painted;
        Tensor y = reference;
        Tensor sum = Tensor.zeros();
        for (int i = 0; i < slices.size(); i++) {
            x = slices.get(i).forward(x);
            y = slices.get(i).forward(y).detach();
            sum = sum.plus(x.minus(y).abs().mean().times(WEIGHTS[i]));
        }
        return sum;
    }
}
