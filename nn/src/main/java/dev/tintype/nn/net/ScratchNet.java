package dev.tintype.nn.net;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.Weights;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.layer.PlainResidual;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds scratches, creases, dust and holes: (N, 3, H, W) in [-1, 1], sides multiples of [#multiple], to (N, 1, H, W)
/// logits of being damaged. A U-Net from half size on, without normalisation, so that a tile with a frame gives what
/// the whole photo gives.
///
/// A network for a second look is also told what the first one found: (N, 2, H, W) in [-1, 1]. Idea of letting a
/// network see an earlier guess and what it says of the whole picture: Z. Tu, X. Bai, "Auto-Context", 2010,
/// doi:10.1109/TPAMI.2009.186.
///
/// Source: O. Ronneberger et al., "U-Net", 2015, doi:10.1007/978-3-319-24574-4_28.
///
/// @param told what is added to the first features by what it is told, if it is
/// @param scales from a quarter of the photo's size down, each half the size of the one before
public record ScratchNet(Conv stem, Optional<Conv> told, Layer half, List<Down> scales, Conv head) {
    /// Channels of what a network for a second look is told.
    public static final int HINTS = 2;

    private static final List<String> NAMES = List.of("quarter", "eighth", "sixteenth", "thirtysecond");

    /// Of the networks that ship.
    ///
    /// @param told whether for a second look
    public static Plan shipped(boolean told) {
        return new Plan(
                24,
                told,
                2,
                List.of(new Scale(48, 2, 2), new Scale(96, 2, 2), new Scale(96, 3, 1), new Scale(128, 2, 1)));
    }

    /// How wide and deep the network is.
    ///
    /// @param width channels at half size
    /// @param told whether it is told what was found before
    /// @param half residual blocks at half size, on the way down
    public record Plan(int width, boolean told, int half, List<Scale> scales) {}

    /// One scale below half size.
    ///
    /// @param channels at this scale
    /// @param inside residual blocks at this scale, on the way down
    /// @param outside residual blocks at the scale above, on the way back
    public record Scale(int channels, int inside, int outside) {}

    /// A network of a plan.
    public static ScratchNet of(Parameters p, Plan plan) {
        List<Down> scales = new ArrayList<>();
        int outer = plan.width();
        for (int i = 0; i < plan.scales().size(); i++) {
            scales.add(Down.of(p.at(NAMES.get(i)), outer, plan.scales().get(i)));
            outer = plan.scales().get(i).channels();
        }
        return new ScratchNet(
                Conv.three(p, "stem", 12, plan.width()),
                plan.told()
                        ? Optional.of(Conv.of(p, "told", Start.ZERO, 4 * HINTS, plan.width(), 3, 1, 1))
                        : Optional.empty(),
                PlainResidual.row(p, "half", plan.width(), plan.half()),
                List.copyOf(scales),
                Conv.of(p, "head", Start.SMALL, plan.width(), 4, 3, 1, 1));
    }

    /// The network whose weights these are.
    public static ScratchNet of(Weights weights) {
        List<Scale> scales = new ArrayList<>();
        for (String name : NAMES) {
            if (weights.tensors().containsKey(name + ".down.weight")) {
                scales.add(new Scale(
                        (int) weights.shape(name + ".down.weight")[0],
                        PlainResidual.count(weights, name + ".inside"),
                        PlainResidual.count(weights, name + ".outside")));
            }
        }
        int width = (int) weights.shape("stem.weight")[0];
        boolean told = weights.tensors().containsKey("told.weight");
        Plan plan = new Plan(width, told, PlainResidual.count(weights, "half"), scales);
        return weights.build(p -> of(p, plan));
    }

    /// What the sides of a photo must be multiples of.
    public int multiple() {
        return 2 << scales.size();
    }

    /// The logits.
    ///
    /// @param x (N, 3, H, W), or (N, 5, H, W) where the network is told something
    public Tensor forward(Tensor x) {
        return Scope.of(() -> {
            Tensor entered = entered(stem, x.narrow(1, 0, 3));
            if (told.isPresent()) {
                entered = entered.plus(entered(told.get(), x.narrow(1, 3, HINTS)));
            }
            List<Tensor> seen = new ArrayList<>();
            seen.add(half.forward(entered));
            for (Down scale : scales) {
                seen.add(scale.enter(seen.getLast())); // (N, channels, half of both sides)
            }
            Tensor features = seen.getLast();
            for (int i = scales.size() - 1; i >= 0; i--) {
                features = scales.get(i).leave(features, seen.get(i));
            }
            return head.forward(features).pixelShuffle(2);
        });
    }

    private static Tensor entered(Conv conv, Tensor x) {
        return conv.forward(x.pixelUnshuffle(2).channelsLast()); // (N, width, H/2, W/2)
    }

    /// One step to half the size, and the way back.
    public record Down(Conv down, Layer inside, Conv up, Layer outside) {
        static Down of(Parameters p, int outer, Scale scale) {
            int inner = scale.channels();
            return new Down(
                    Conv.of(p, "down", Start.HE, outer, inner, 2, 2, 0),
                    PlainResidual.row(p, "inside", inner, scale.inside()),
                    Conv.of(p, "up", Start.SMALL, inner, 4 * outer, 1, 1, 0),
                    PlainResidual.row(p, "outside", outer, scale.outside()));
        }

        Tensor enter(Tensor x) {
            return inside.forward(down.forward(x));
        }

        Tensor leave(Tensor x, Tensor skip) {
            return Scope.of(() -> outside.forward(up.forward(x).pixelShuffle(2).plus(skip)));
        }
    }
}
