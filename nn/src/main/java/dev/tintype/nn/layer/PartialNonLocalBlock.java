package dev.tintype.nn.layer;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.util.stream.IntStream;

/// Fills damaged places with what sound places nearby look like:
/// `z = x + (1 − v) · W(Σⱼ aⱼ g(xⱼ))`, `a = softmax over j of θ(xᵢ)·φ(xⱼ) / √d + log vⱼ`, where `v` is the sound share
/// of
/// a place, 0 to 1. Places that are sound keep their `x` exactly.
///
/// Source: Z. Wan et al., "Bringing Old Photos Back to Life", CVPR 2020, doi:10.1109/CVPR42600.2020.00282, section 3.3.
/// Unlike the paper: every square of 8 x 8 places looks at the 24 x 24 places around it instead of at the whole photo,
/// so
/// that memory grows with the photo and not with its square, and a tile gives what the whole photo gives.
public record PartialNonLocalBlock(Conv theta, Conv phi, Conv g, Conv w) implements Layer.Masked {
    /// Side of the squares that share their keys, in places.
    public static final int BLOCK = 8;

    private static final int WINDOW = 3 * BLOCK;
    private static final double NOTHING = 1e-20;

    public static PartialNonLocalBlock of(Parameters p, String name, int channels) {
        int inner = channels / 2;
        return new PartialNonLocalBlock(
                Conv.one(p, name + ".theta", channels, inner),
                Conv.one(p, name + ".phi", channels, inner),
                Conv.one(p, name + ".g", channels, inner),
                Conv.of(p, name + ".w", Start.ZERO, inner, channels, 1, 1, 0));
    }

    @Override
    public Tensor forward(Tensor x, Tensor damage) {
        return Scope.of(() -> {
            long height = x.size(2);
            long width = x.size(3);
            long right = Math.floorMod(-width, (long) BLOCK);
            long below = Math.floorMod(-height, (long) BLOCK);
            Tensor padded = x.pad("constant", 0, right, 0, below);
            Tensor lost = damage.pad("constant", 0, right, 0, below);
            Tensor places = damaged(columns(lost, BLOCK, 0));
            if (places.count() == 0) {
                return x;
            }
            Tensor filled = attend(padded, lost, places).narrow(2, 0, height).narrow(3, 0, width);
            return x.plus(w.forward(filled).times(damage));
        });
    }

    /// The squares where anything is lost; the others stay as they are, so nothing need be computed for them.
    private static Tensor damaged(Tensor squares) {
        float[] lost = squares.detach()
                .reshape(squares.size(0), squares.size(2))
                .sum(1)
                .toArray();
        int[] chosen = IntStream.range(0, lost.length).filter(i -> lost[i] > 0).toArray();
        float[] places = new float[chosen.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = chosen[i];
        }
        return Tensor.of(places, places.length);
    }

    private Tensor attend(Tensor x, Tensor lost, Tensor places) {
        Tensor queries = columns(theta.forward(x), BLOCK, 0).select(0, places); // (L, D, 64)
        Tensor keys = columns(phi.forward(x), WINDOW, BLOCK).select(0, places); // (L, D, 576)
        Tensor values = columns(g.forward(x), WINDOW, BLOCK).select(0, places); // (L, D, 576)
        Tensor sound = columns(lost.times(-1).plus(1), WINDOW, BLOCK).select(0, places);
        Tensor trust = sound.clamp(NOTHING, 1).log(); // (L, 1, 576)
        double scale = 1 / Math.sqrt((double) queries.size(1));
        Tensor scores = queries.transpose(1, 2).matmul(keys).times(scale).plus(trust); // (L, 64, 576)
        Tensor mixed = values.matmul(scores.softmax(2).transpose(1, 2)); // (L, D, 64)
        long squares = (x.size(2) / BLOCK) * (x.size(3) / BLOCK);
        return mixed.spread(places, x.size(0) * squares) // (N squares, D, 64)
                .reshape(x.size(0), squares, mixed.size(1) * mixed.size(2))
                .transpose(1, 2)
                .fold(x.size(2), x.size(3), BLOCK, BLOCK);
    }

    /// The squares of a size around every block, all photos' one after the other: (N squares, channels, side²).
    private static Tensor columns(Tensor x, int side, int padding) {
        Tensor columns = x.unfold(side, BLOCK, padding); // (N, channels side², squares)
        return columns.transpose(1, 2).reshape(x.size(0) * columns.size(2), x.size(1), (long) side * side);
    }
}
