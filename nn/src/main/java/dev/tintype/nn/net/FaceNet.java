package dev.tintype.nn.net;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.Weights;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.layer.PlainResidual;
import dev.tintype.nn.net.ScratchNet.Down;
import dev.tintype.nn.net.ScratchNet.Scale;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;

/// Finds faces of about one size: (N, 3, H, W) in -1 to 1, sides multiples of [#MULTIPLE], to (N, 11, H/4, W/4): the
/// logit of a face being centred there, then where its five points are, column and row each, in units of [#UNIT]
/// pixels from the middle of the four pixels across. Faces of other sizes are found in smaller copies of the photo.
///
/// Source: X. Zhou et al., "Objects as Points", 2019, arXiv:1904.07850.
/// Unlike the paper: a U-Net without normalisation, whose scales are those of [ScratchNet].
///
/// @param quarter from half to a quarter of the size
public record FaceNet(Conv stem, Conv quarter, Layer first, Down eighth, Down sixteenth, Conv head) {
    /// Pixels from one place of the result to the next.
    public static final int STRIDE = 4;

    /// What the sides of a photo must be multiples of.
    public static final int MULTIPLE = 16;

    /// Pixels to which a point that is 1 away belongs.
    public static final int UNIT = 10;

    /// Pixels between the eyes of the faces that are found.
    public static final double NARROWEST = 6;

    /// Pixels between the eyes of the faces that are found.
    public static final double WIDEST = 14;

    /// Channels at half size, in the network that ships.
    public static final int SMALL = 24;

    private static final double RARE = -4; // the logit of a face in any place

    /// A network of a width.
    ///
    /// @param width channels at half size; twice as many at a quarter, three and four times as many below
    public static FaceNet of(Parameters p, int width) {
        return new FaceNet(
                Conv.three(p, "stem", 12, width),
                Conv.of(p, "quarter", Start.HE, width, 2 * width, 2, 2, 0),
                PlainResidual.row(p, "first", 2 * width, 2),
                Down.of(p.at("eighth"), 2 * width, new Scale(3 * width, 3, 1)),
                Down.of(p.at("sixteenth"), 3 * width, new Scale(4 * width, 2, 1)),
                Conv.of(p, "head", Start.ZERO, 2 * width, 11, 3, 1, 1));
    }

    /// The network whose weights these are.
    public static FaceNet of(Weights weights) {
        return weights.build(p -> of(p, (int) weights.shape("stem.weight")[0]));
    }

    /// Logits (N, 1, H/4, W/4).
    public static Tensor logits(Tensor said) {
        return said.narrow(1, 0, 1).plus(RARE);
    }

    /// Points (N, 10, H/4, W/4): column and row of left eye, right eye, nose, left and right corner of the mouth.
    public static Tensor points(Tensor said) {
        return said.narrow(1, 1, 10);
    }

    /// What it says of every place.
    public Tensor forward(Tensor x) {
        return Scope.of(() -> {
            Tensor half = stem.forward(x.pixelUnshuffle(2).channelsLast()).relu(); // (N, width, H/2, W/2)
            Tensor seen = first.forward(quarter.forward(half)); // (N, 2 width, H/4, W/4)
            Tensor coarse = eighth.enter(seen); // (N, 3 width, H/8, W/8)
            Tensor back = sixteenth.leave(sixteenth.enter(coarse), coarse);
            return head.forward(eighth.leave(back, seen)).precise();
        });
    }
}
