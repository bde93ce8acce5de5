package dev.tintype.nn.official;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Finds scratches: a U-Net with blurred down-sampling, from a grey photo (N, 1, H, W) in -1 to 1 to logits of the same
/// shape.
///
/// @param down four steps, each half the side and twice the channels
/// @param up four steps back, each joined with what came before the matching step down
public record ScratchUnet(Layer first, List<Layer> down, List<Up> up, Layer last) implements Layer {
    /// H and W must be multiples of this.
    public static final int MULTIPLE = 16;

    private static final int DEPTH = 4;

    public static ScratchUnet of(Parameters p) {
        return of(p, 64);
    }

    /// A smaller one, for experiments.
    ///
    /// @param width channels at full size, 64 in the release
    public static ScratchUnet of(Parameters p, int width) {
        List<Layer> down = new ArrayList<>();
        List<Up> up = new ArrayList<>();
        for (int i = 0; i < DEPTH; i++) {
            int channels = width << i;
            down.add(Layer.chain(
                    half(p, "down_sample." + i, channels), pair(p, "down_path." + i, channels, 2 * channels)));
        }
        for (int i = 0; i < DEPTH; i++) {
            up.add(Up.of(p, "up_path." + i, width << (DEPTH - i)));
        }
        Layer first = Layer.chain(
                x -> x.reflectionPad(3), Conv.of(p, "first.1", Start.HE, 1, width, 7, 1, 0), ScratchUnet::leaky);
        return new ScratchUnet(first, List.copyOf(down), List.copyOf(up), mirrored(p, "last.1", width, 1));
    }

    @Override
    public Tensor forward(Tensor x) {
        return Scope.of(() -> {
            List<Tensor> skips = new ArrayList<>();
            Tensor y = first.forward(x);
            for (Layer step : down) {
                skips.add(y);
                y = step.forward(y);
            }
            for (Up step : up) {
                Tensor skip = skips.removeLast();
                Tensor joined = step.forward(y, skip);
                y.close();
                skip.close();
                y = joined;
            }
            return last.forward(y);
        });
    }

    /// Convolution, then a binomial blur of side 3 that keeps every second place.
    private static Layer half(Parameters p, String name, int channels) {
        Tensor blur = p.tensor(name + ".4.filt", Start.HE, channels, 1, 3, 3);
        return Layer.chain(
                mirrored(p, name + ".1", channels, channels),
                BatchNorm.of(p, name + ".2", channels),
                ScratchUnet::leaky,
                x -> x.reflectionPad(1),
                x -> x.conv(blur, 2, 0, channels));
    }

    private static Layer pair(Parameters p, String name, int in, int out) {
        return Layer.chain(
                mirrored(p, name + ".block.1", in, out),
                BatchNorm.of(p, name + ".block.2", out),
                ScratchUnet::leaky,
                mirrored(p, name + ".block.5", out, out),
                BatchNorm.of(p, name + ".block.6", out),
                ScratchUnet::leaky);
    }

    private static Layer mirrored(Parameters p, String name, int in, int out) {
        return Layer.chain(x -> x.reflectionPad(1), Conv.of(p, name, Start.HE, in, out, 3, 1, 0));
    }

    private static Tensor leaky(Tensor x) {
        return x.leakyRelu(0.2);
    }

    /// A step up from (N, C, h, w) to (N, C/2, 2 h, 2 w).
    public record Up(Layer enlarge, Layer pair) {
        private static Up of(Parameters p, String name, int channels) {
            Layer conv = mirrored(p, name + ".up.2", channels, channels / 2);
            return new Up(
                    Layer.chain(x -> x.resizeBilinear(2 * x.size(2), 2 * x.size(3)), conv),
                    ScratchUnet.pair(p, name + ".conv_block", channels, channels / 2));
        }

        private Tensor forward(Tensor x, Tensor skip) {
            return Scope.of(() -> {
                Tensor joined = Scope.of(() -> Tensor.cat(List.of(enlarge.forward(x), skip), 1));
                return pair.forward(joined);
            });
        }
    }
}
