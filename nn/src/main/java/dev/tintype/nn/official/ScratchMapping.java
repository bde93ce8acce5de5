package dev.tintype.nn.official;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.util.ArrayList;
import java.util.List;

/// The mapping for photos with holes: a [PartialNonLocalBlock] in the middle fills them from all over the photo.
///
/// @param before (N, 64, h, w) to (N, 512, h, w)
/// @param after the way back
public record ScratchMapping(Layer before, PartialNonLocalBlock attention, Layer after) implements LatentMapping {
    public static ScratchMapping of(Parameters p) {
        return of(p, Vae.WIDTH, 512);
    }

    /// A smaller one, for experiments.
    public static ScratchMapping of(Parameters p, int latent, int width) {
        List<Integer> widths = LatentMapping.widths(latent, width);
        Layer before = Layer.chain(NormedConv.row(p, "before_NL", 0, widths));
        PartialNonLocalBlock attention = PartialNonLocalBlock.of(p.at("NL"), width);
        List<Layer> after = new ArrayList<>(InstanceResidual.row(p, "after_NL", 0, 6, width));
        after.addAll(NormedConv.row(p, "after_NL", 6, widths.reversed().subList(0, 4)));
        after.add(Conv.three(p, "after_NL.15", width / 4, latent));
        return new ScratchMapping(before, attention, Layer.chain(after));
    }

    @Override
    public Tensor translate(Tensor z, Tensor mask) {
        return Scope.of(() -> {
            Tensor filled = Scope.of(() -> attention.forward(before.forward(z), mask));
            return after.forward(filled);
        });
    }

    /// 16, because the [ScratchUnet] that finds the holes wants it.
    @Override
    public int multiple() {
        return ScratchUnet.MULTIPLE;
    }
}
