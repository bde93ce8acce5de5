package dev.tintype.nn.official;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Replaces every patch of a latent that is mostly hole by the sound patch most similar to it (cosine of the angle),
/// then lets a convolution choose between the two.
///
/// Rows and columns that do not fill a patch become zero in the replaced latent, as in the release.
///
/// Unlike the release, a photo that is one hole keeps its patches instead of being refused.
///
/// @param patch side of a patch
/// @param residual runs before patches are compared
/// @param combine from (latent, replaced latent, holes) to the new latent
record PatchAttention(int patch, Layer residual, Conv combine) {
    /// A patch with a larger share of holes is replaced.
    private static final double SHARE = 0.6;

    /// How many similarities may be in memory at a time: 32 MiB.
    private static final int CELLS = 1 << 23;

    static PatchAttention of(Parameters p, int channels, int patch) {
        return new PatchAttention(
                patch,
                Layer.chain(InstanceResidual.row(p, "res_block", 0, 1, channels)),
                Conv.of(p, "F_Combine", Start.HE, 2 * channels + 1, channels, 3, 1, 1));
    }

    /// @param z (1, C, h, w)
    /// @param mask (1, 1, H, W), 1 is a hole
    Tensor forward(Tensor z, Tensor mask) {
        if (z.size(0) != 1) {
            throw new IllegalArgumentException("patches are compared in one photo, not in " + z.size(0));
        }
        return Scope.of(() -> {
            Tensor holes = PartialNonLocalBlock.holes(mask, z.size(2), z.size(3)); // (1, 1, h, w)
            Tensor replaced = Scope.of(() -> replaced(residual.forward(z), holes)); // (1, C, h, w)
            Tensor all = Tensor.cat(List.of(z, replaced, holes), 1); // (1, 2 C + 1, h, w)
            replaced.close();
            return combine.forward(all);
        });
    }

    private Tensor replaced(Tensor x, Tensor holes) {
        List<Integer> masked = new ArrayList<>();
        List<Integer> sound = new ArrayList<>();
        Tensor shares = holes.unfold(patch, patch, 0).mean(1); // (1, 1, L)
        float[] share = shares.toArray();
        IntStream.range(0, share.length).forEach(i -> (share[i] > SHARE ? masked : sound).add(i));
        if (masked.isEmpty() || sound.isEmpty()) {
            return x;
        }
        Tensor patches = x.unfold(patch, patch, 0); // (1, C p p, L)
        float[] source = new float[share.length];
        sound.forEach(i -> source[i] = i);
        List<Integer> closest = closest(patches, masked, sound);
        IntStream.range(0, masked.size()).forEach(i -> source[masked.get(i)] = sound.get(closest.get(i)));
        Tensor composed = patches.select(2, Tensor.of(source, source.length));
        return composed.fold(x.size(2), x.size(3), patch, patch);
    }

    /// For each masked patch, the place of the most similar one in the list of sound patches; the first of equals.
    private static List<Integer> closest(Tensor patches, List<Integer> masked, List<Integer> sound) {
        List<Integer> result = new ArrayList<>();
        try (Scope _ = Scope.open()) {
            Tensor keys = directions(patches, sound); // (1, C p p, sound)
            int rows = Math.max(1, CELLS / sound.size());
            for (int row = 0; row < masked.size(); row += rows) {
                List<Integer> part = masked.subList(row, Math.min(masked.size(), row + rows));
                Tensor best = Scope.of(() -> directions(patches, part)
                        .transpose(1, 2)
                        .matmul(keys)
                        .softmax(2)
                        .argmax(2)); // (1, rows)
                for (float place : best.toArray()) {
                    result.add((int) place);
                }
            }
        }
        return result;
    }

    /// The chosen patches, each of length 1.
    private static Tensor directions(Tensor patches, List<Integer> chosen) {
        return Scope.of(() -> {
            float[] places = new float[chosen.size()];
            IntStream.range(0, places.length).forEach(i -> places[i] = chosen.get(i));
            Tensor part = patches.select(2, Tensor.of(places, places.length));
            return part.over(part.square().sum(1).sqrt().clamp(1e-12, Float.MAX_VALUE));
        });
    }
}
