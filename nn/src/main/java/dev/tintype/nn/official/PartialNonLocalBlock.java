package dev.tintype.nn.official;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Attention that ignores holes, and then changes nothing but them:
///
///     A_ij = v_j exp(θ(x_i)·φ(x_j)) / Σ_k v_k exp(θ(x_i)·φ(x_k))
///     y    = v x + (1 - v) residuals(W(A g(x)))
///
/// where v is 1 at sound places of the latent and 0 at holes.
///
/// Unlike the released code, the N × N matrix A of N places is never whole in memory: every row has its own softmax, so
/// it is computed and used a few rows at a time. The numbers are the same.
///
/// Source: Z. Wan et al., "Bringing Old Photos Back to Life", 2020, section 3.3, doi:10.1109/CVPR42600.2020.00282.
public record PartialNonLocalBlock(Conv theta, Conv phi, Conv g, Conv w, Layer residuals, long cells) {
    /// How many numbers of A may be in memory at a time: 128 MiB.
    private static final long CELLS = 1L << 25;

    /// Keeps a row of A that sees no sound place at all from dividing by zero.
    private static final double LEAST = 1e-12;

    static PartialNonLocalBlock of(Parameters p, int channels) {
        return new PartialNonLocalBlock(
                Conv.one(p, "theta", channels, channels),
                Conv.one(p, "phi", channels, channels),
                Conv.one(p, "g", channels, channels),
                Conv.of(p, "W", Start.ZERO, channels, channels, 1, 1, 0),
                Layer.chain(InstanceResidual.row(p, "res_block", 0, 3, channels)),
                CELLS);
    }

    /// @param x (N, C, h, w)
    /// @param mask (N, 1, H, W), 1 is a hole
    Tensor forward(Tensor x, Tensor mask) {
        return Scope.of(() -> {
            Tensor valid = valid(mask, x.size(2), x.size(3)); // (N, 1, h, w)
            Tensor filled = Layer.chain(y -> attend(y, valid), w, residuals).forward(x); // (N, C, h, w)
            Tensor holes = valid.times(-1).plus(1);
            return x.times(valid).plus(filled.times(holes));
        });
    }

    /// 1 where both the bilinear and the nearest reduction of the mask say that the photo is sound.
    static Tensor valid(Tensor mask, long height, long width) {
        return Scope.of(() -> {
            Tensor touched = holes(mask, height, width);
            Tensor nearest = mask.times(-1).plus(1).upsampleNearest(height, width);
            return touched.times(-1).plus(1).times(nearest);
        });
    }

    /// 1 where the bilinear reduction of the mask is above zero.
    static Tensor holes(Tensor mask, long height, long width) {
        return Tensor.where(mask.resizeBilinear(height, width), Tensor.full(1, 1), Tensor.zeros(1));
    }

    private Tensor attend(Tensor x, Tensor valid) {
        return Scope.of(() -> {
            long n = x.size(0);
            long places = x.size(2) * x.size(3);
            Tensor queries = columns(theta.forward(x)).transpose(1, 2); // (N, places, C)
            Tensor keys = columns(phi.forward(x)); // (N, C, places)
            Tensor sound = valid.reshape(n, places, 1);
            Tensor values = values(x, sound); // (N, places, C + 1)
            List<Tensor> parts = new ArrayList<>();
            long rows = Math.clamp(cells / places, 1, places);
            for (long row = 0; row < places; row += rows) {
                parts.add(attend(queries.narrow(1, row, Math.min(rows, places - row)), keys, values));
            }
            return Tensor.cat(parts, 2).reshape(x.shape());
        });
    }

    /// g(x) without the holes, and a last column of ones without the holes, which sums up every row of A.
    private Tensor values(Tensor x, Tensor sound) {
        return Scope.of(() ->
                Tensor.cat(List.of(columns(g.forward(x)).transpose(1, 2).times(sound), sound), 2));
    }

    private static Tensor attend(Tensor queries, Tensor keys, Tensor values) {
        return Scope.of(() -> {
            Tensor attention = Scope.of(() -> queries.matmul(keys).softmax(2)); // (N, rows, places)
            Tensor sums = attention.matmul(values); // (N, rows, C + 1)
            long channels = sums.size(2) - 1;
            Tensor total = sums.narrow(2, channels, 1).clamp(LEAST, Float.MAX_VALUE);
            return sums.narrow(2, 0, channels).over(total).transpose(1, 2); // (N, C, rows)
        });
    }

    private static Tensor columns(Tensor x) {
        return x.reshape(x.size(0), x.size(1), x.size(2) * x.size(3));
    }
}
