package dev.tintype.nn.net;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.Weights;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.layer.Doubling;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.util.ArrayList;
import java.util.List;

/// The generator of pix2pix: convolutions of side 4 that halve the photo again and again, and as many that double it,
/// each of which also sees what was there at its size on the way down.
///
/// Source: P. Isola et al., "Image-to-Image Translation with Conditional Adversarial Networks", 2017,
/// doi:10.1109/CVPR.2017.632. Unlike the paper: no normalisation and five halvings instead of eight, so that a tile
/// with a frame gives what the whole photo gives; no dropout, so that a photo is restored the same way each time;
/// sub-pixel instead of transposed convolutions; widths that make it about as large as our scene network.
///
/// @param down from half the size down, each half the size of the one before
/// @param up the way back, in the order of `down`
public record UnetGenerator(List<Conv> down, List<Doubling> up) implements Generator {
    /// Channels at half, quarter, eighth, sixteenth and thirty-second size: 2.66 million weights, 54 thousand
    /// multiplications a pixel.
    public static final List<Integer> WIDTHS = List.of(64, 96, 96, 96, 96);

    private static final double SLOPE = 0.2;

    /// A network of these widths.
    public static UnetGenerator of(Parameters p, List<Integer> widths) {
        List<Conv> down = new ArrayList<>();
        List<Doubling> up = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            int outer = i == 0 ? 3 : widths.get(i - 1);
            int inner = widths.get(i);
            int joined = i == widths.size() - 1 ? inner : 2 * inner;
            down.add(Conv.of(p, "down." + i, Start.HE, outer, inner, 4, 2, 1));
            up.add(Doubling.of(p, "up." + i, i == 0 ? Start.SMALL : Start.HE, joined, outer));
        }
        return new UnetGenerator(List.copyOf(down), List.copyOf(up));
    }

    /// The network whose weights these are.
    public static UnetGenerator of(Weights weights) {
        List<Integer> widths = new ArrayList<>();
        while (weights.tensors().containsKey("down." + widths.size() + ".weight")) {
            widths.add((int) weights.shape("down." + widths.size() + ".weight")[0]);
        }
        return weights.build(p -> of(p, widths));
    }

    @Override
    public int multiple() {
        return 1 << down.size();
    }

    @Override
    public Tensor paint(Tensor x) {
        return Scope.of(() -> {
            List<Tensor> seen = new ArrayList<>(List.of(down.getFirst().forward(x))); // (N, width, H/2, W/2)
            for (Conv conv : down.subList(1, down.size())) {
                seen.add(conv.forward(seen.getLast().leakyRelu(SLOPE)));
            }
            Tensor y = up.getLast().forward(seen.getLast().relu());
            for (int i = up.size() - 2; i >= 0; i--) {
                y = up.get(i).forward(Tensor.cat(List.of(y, seen.get(i)), 1).relu());
            }
            return y.tanh(); // (N, 3, H, W)
        });
    }
}
