package dev.tintype.nn.net;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.Weights;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.layer.PlainResidual;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;

/// Finds scratches, creases, dust and holes: (N, 3, H, W) in [-1, 1], sides multiples of 16, to (N, 1, H, W) logits of
/// being damaged. A U-Net of four scales from half size on, without normalisation.
///
/// Source: O. Ronneberger et al., "U-Net", 2015, doi:10.1007/978-3-319-24574-4_28.
public record ScratchNet(Conv stem, Layer half, Down quarter, Down eighth, Down sixteenth, Conv head) {
    /// Sides must be multiples of this.
    public static final int MULTIPLE = 16;

    /// Channels at half size of the network that ships; they double with every scale.
    public static final int SMALL = 24;

    public static ScratchNet of(Parameters p, int width) {
        return new ScratchNet(
                Conv.three(p, "stem", 12, width),
                PlainResidual.row(p, "half", width, 1),
                Down.of(p.at("quarter"), width, 2 * width),
                Down.of(p.at("eighth"), 2 * width, 4 * width),
                Down.of(p.at("sixteenth"), 4 * width, 4 * width),
                Conv.of(p, "head", Start.SMALL, width, 4, 3, 1, 1));
    }

    public static ScratchNet of(Weights weights) {
        return weights.build(p -> of(p, (int) weights.shape("stem.weight")[0]));
    }

    public Tensor forward(Tensor x) {
        return Scope.of(() -> {
            Tensor a = half.forward(stem.forward(x.pixelUnshuffle(2).channelsLast())); // (N, width, H/2, W/2)
            Tensor b = quarter.enter(a); // (N, 2 width, H/4, W/4)
            Tensor c = eighth.enter(b); // (N, 4 width, H/8, W/8)
            Tensor d = sixteenth.enter(c); // (N, 4 width, H/16, W/16)
            Tensor features = quarter.leave(eighth.leave(sixteenth.leave(d, c), b), a);
            return head.forward(features).pixelShuffle(2);
        });
    }

    /// One step to half the size, and the way back.
    public record Down(Conv down, Layer inside, Conv up, Layer outside) {
        static Down of(Parameters p, int outer, int inner) {
            return new Down(
                    Conv.of(p, "down", Start.HE, outer, inner, 2, 2, 0),
                    PlainResidual.row(p, "inside", inner, 2),
                    Conv.one(p, "up", inner, 4 * outer),
                    PlainResidual.row(p, "outside", outer, 1));
        }

        Tensor enter(Tensor x) {
            return inside.forward(down.forward(x));
        }

        Tensor leave(Tensor x, Tensor skip) {
            return Scope.of(() -> outside.forward(up.forward(x).pixelShuffle(2).plus(skip)));
        }
    }
}
