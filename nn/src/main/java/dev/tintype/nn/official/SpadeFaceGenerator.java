package dev.tintype.nn.official;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Draws a degraded face anew, from coarse to fine, looking at the degraded one at every size. Made for using, not for
/// training: σ of its [SpectralNorm] is taken once from the weights.
///
/// @param start from the face at 1/32 of its side to the first features
/// @param blocks seven; all but the first and third see features of twice the side
/// @param end from the last features to the face
public record SpadeFaceGenerator(Conv start, List<SpadeBlock> blocks, Conv end) implements Layer {
    /// The side of a face must be a multiple of this.
    public static final int MULTIPLE = 32;

    public static SpadeFaceGenerator of(Parameters p) {
        return of(p, 64);
    }

    /// A smaller one, for experiments.
    ///
    /// @param width channels of the last features, 64 in the release
    public static SpadeFaceGenerator of(Parameters p, int width) {
        int widest = 16 * width;
        List<SpadeBlock> blocks = new ArrayList<>();
        for (String name : List.of("head_0", "G_middle_0", "G_middle_1")) {
            blocks.add(SpadeBlock.of(p, name, widest, widest));
        }
        for (int i = 0; i < 4; i++) {
            blocks.add(SpadeBlock.of(p, "up_" + i, widest >> i, widest >> (i + 1)));
        }
        return new SpadeFaceGenerator(
                Conv.three(p, "fc", 3, widest), List.copyOf(blocks), Conv.three(p, "conv_img", width, 3));
    }

    /// The face drawn anew.
    ///
    /// @param face (N, 3, S, S) in -1 to 1
    /// @return the same shape and range
    @Override
    public Tensor forward(Tensor face) {
        List<Layer> layers = new ArrayList<>();
        layers.add(this::begin);
        for (int i = 0; i < blocks.size(); i++) {
            SpadeBlock block = blocks.get(i);
            if (i != 0 && i != 2) {
                layers.add(x -> x.upsampleNearest(2 * x.size(2), 2 * x.size(3)));
            }
            layers.add(x -> block.forward(x, face));
        }
        layers.add(x -> x.leakyRelu(0.2));
        layers.add(end);
        layers.add(Tensor::tanh);
        return Layer.chain(layers).forward(face);
    }

    /// The first features (N, 1024, S/32, S/32).
    Tensor begin(Tensor face) {
        return Scope.of(() -> start.forward(face.resizeBilinear(face.size(2) / MULTIPLE, face.size(3) / MULTIPLE)));
    }
}
