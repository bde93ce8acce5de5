package dev.tintype.nn.net;

import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;

/// A network that paints a whole photo anew from another, without being told where it is damaged: what our networks are
/// compared with.
public sealed interface Generator extends Layer permits ResnetGenerator, UnetGenerator {
    /// Pixels beyond which nothing changes a pixel; tiles must begin at multiples of 64.
    int REACH = 128;

    /// What the sides are padded to multiples of.
    int multiple();

    /// The photo painted, for sides that are multiples of [#multiple].
    Tensor paint(Tensor x);

    /// The photo painted anew, (N, 3, H, W) in [-1, 1], from one of the same shape and range.
    @Override
    default Tensor forward(Tensor x) {
        long height = x.size(2);
        long width = x.size(3);
        long below = Math.floorMod(-height, (long) multiple());
        long right = Math.floorMod(-width, (long) multiple());
        return below == 0 && right == 0
                ? paint(x.channelsLast())
                : Scope.of(() -> paint(x.pad("replicate", 0, right, 0, below).channelsLast())
                        .narrow(2, 0, height)
                        .narrow(3, 0, width));
    }
}
