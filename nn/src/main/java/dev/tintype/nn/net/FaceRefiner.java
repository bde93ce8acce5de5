package dev.tintype.nn.net;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.Weights;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.layer.PlainResidual;
import dev.tintype.nn.layer.SpadeResidual;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Refines an upright face from coarse to fine: every block is modulated by what was seen in the degraded face at
/// its size. It sees the face as it has been mended so far and as the scan had it, for what denoising took out is not
/// all noise. It says what to add to the mended face, so that a face which needs nothing stays as it is, and how large
/// an error it expects.
///
/// Source: Z. Wan et al., "Old Photo Restoration via Deep Latent Space Translation", 2022,
/// doi:10.1109/TPAMI.2022.3163183, section 3.4.
/// Unlike the paper: blocks are modulated by, and begin with, features of the face instead of its pixels, and the
/// finest ones work at half size.
///
/// @param scales from half the side down, each half as large as the one before
/// @param start from what was seen at the coarsest scale to the first features
/// @param head what to add to the face, of the last features
/// @param doubt the log of the expected error, of the same
public record FaceRefiner(List<Scale> scales, Conv start, Conv head, Conv doubt) {
    /// Side of the square that a face is refined in, pixels, where it has no more.
    public static final int SIDE = 256;

    /// Side of the square that a face is refined in, pixels, where it has as many or more.
    public static final int LARGEST_SIDE = 640;

    /// Of the network that ships.
    public static final List<Width> SMALL =
            List.of(new Width(32, 1), new Width(80, 1), new Width(160, 2), new Width(192, 2), new Width(192, 2));

    private static final int SEEN = 24; // channels of two faces, each pixel of four
    private static final double USUAL = -3; // the log of the error that is left of most faces

    /// How wide and deep one scale is.
    ///
    /// @param blocks that draw
    public record Width(int channels, int blocks) {}

    /// A refined face and how much to trust it.
    ///
    /// @param face (N, 3, S, S) about -1 to 1
    /// @param doubt (N, 1, S, S), the log of the absolute error, mean of the channels, that is expected there
    public record Refined(Tensor face, Tensor doubt) {}

    /// The tensors `scale.0.*`, `scale.1.*` and so on, `start`, `head` and `doubt`.
    ///
    /// @param widths from half the side down
    public static FaceRefiner of(Parameters p, List<Width> widths) {
        List<Scale> scales = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            int finer = i == 0 ? SEEN : widths.get(i - 1).channels();
            scales.add(Scale.of(p.at("scale." + i), finer, widths.get(i), i == 0));
        }
        int finest = widths.getFirst().channels();
        int coarsest = widths.getLast().channels();
        return new FaceRefiner(
                List.copyOf(scales),
                Conv.three(p, "start", coarsest, coarsest),
                Conv.of(p, "head", Start.ZERO, finest, 12, 3, 1, 1),
                Conv.of(p, "doubt", Start.ZERO, finest, 4, 3, 1, 1));
    }

    /// The network whose weights these are.
    public static FaceRefiner of(Weights weights) {
        List<Width> widths = new ArrayList<>();
        while (weights.tensors().containsKey("scale.%d.enter.weight".formatted(widths.size()))) {
            String scale = "scale." + widths.size();
            int blocks = 0;
            while (weights.tensors().containsKey("%s.block.%d.before.weight".formatted(scale, blocks))) {
                blocks++;
            }
            widths.add(new Width((int) weights.shape(scale + ".enter.weight")[0], blocks));
        }
        return weights.build(p -> of(p, widths));
    }

    /// What the side of a face must be a multiple of.
    public int multiple() {
        return 1 << scales.size();
    }

    /// The refined face.
    ///
    /// @param face (N, 3, S, S) in -1 to 1, as it has been mended so far
    /// @param original of its shape, the same as the scan had it
    public Refined forward(Tensor face, Tensor original) {
        Tensor drawn = Scope.of(() -> drawn(Tensor.cat(List.of(face, original), 1))); // (N, width, S/2, S/2)
        Tensor added = Scope.of(() -> head.forward(drawn).pixelShuffle(2).precise());
        Tensor expected =
                Scope.of(() -> doubt.forward(drawn.detach()).pixelShuffle(2).precise());
        return new Refined(face.plus(added), expected.plus(USUAL));
    }

    private Tensor drawn(Tensor both) {
        List<Tensor> seen = new ArrayList<>();
        Tensor finer = both.pixelUnshuffle(2).channelsLast(); // (N, 24, S/2, S/2)
        for (Scale scale : scales) {
            finer = scale.see(finer); // (N, width, half of both sides)
            seen.add(finer);
        }
        Tensor drawn = start.forward(seen.getLast());
        for (int i = scales.size() - 1; i >= 0; i--) {
            drawn = scales.get(i).draw(drawn, seen.get(i));
        }
        return drawn.leakyRelu(0.2);
    }

    /// One size of the face.
    ///
    /// @param enter from the finer scale
    /// @param look what is done to what is seen
    /// @param leave to the finer scale, not at the finest
    public record Scale(Conv enter, Layer look, List<SpadeResidual> blocks, Layer leave) {
        static Scale of(Parameters p, int finer, Width size, boolean finest) {
            int width = size.channels();
            return new Scale(
                    finest
                            ? Conv.three(p, "enter", finer, width)
                            : Conv.of(p, "enter", Start.HE, finer, width, 2, 2, 0),
                    PlainResidual.row(p, "look", width, 1),
                    IntStream.range(0, size.blocks())
                            .mapToObj(i -> SpadeResidual.of(p.at("block." + i), width, width))
                            .toList(),
                    finest
                            ? x -> x
                            : Layer.chain(
                                    Conv.of(p, "leave", Start.SMALL, width, 4 * finer, 1, 1, 0),
                                    x -> x.pixelShuffle(2)));
        }

        Tensor see(Tensor finer) {
            return look.forward(enter.forward(finer));
        }

        Tensor draw(Tensor drawn, Tensor seen) {
            return Scope.of(() -> {
                Tensor x = drawn.plus(seen);
                for (SpadeResidual block : blocks) {
                    x = block.forward(x, seen);
                }
                return leave.forward(x);
            });
        }
    }
}
