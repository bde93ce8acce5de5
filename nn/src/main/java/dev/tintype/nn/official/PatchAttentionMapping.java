package dev.tintype.nn.official;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.torch.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The mapping for large photos with holes: [PatchAttention] at three sizes of patches.
///
/// @param coarse patches of side 8
/// @param middle patches of side 4
/// @param fine patches of side 2
public record PatchAttentionMapping(
        Layer before,
        PatchAttention coarse,
        Layer first,
        PatchAttention middle,
        Layer second,
        PatchAttention fine,
        Layer after)
        implements LatentMapping {
    public static PatchAttentionMapping of(Parameters p) {
        return of(p, Vae.WIDTH, 512);
    }

    /// A smaller one, for experiments.
    public static PatchAttentionMapping of(Parameters p, int latent, int width) {
        List<Integer> widths = LatentMapping.widths(latent, width);
        List<Layer> after = new ArrayList<>(InstanceResidual.row(p, "after_NL", 0, 2, width));
        after.addAll(NormedConv.row(p, "after_NL", 2, widths.reversed().subList(0, 4)));
        after.add(Conv.three(p, "after_NL.11", width / 4, latent));
        return new PatchAttentionMapping(
                Layer.chain(Stream.concat(
                                NormedConv.row(p, "before_NL", 0, widths).stream(),
                                InstanceResidual.row(p, "before_NL", 12, 2, width).stream())
                        .toList()),
                PatchAttention.of(p.at("NL_scale_1"), width, 8),
                Layer.chain(InstanceResidual.row(p, "res_block_1", 0, 2, width)),
                PatchAttention.of(p.at("NL_scale_2"), width, 4),
                Layer.chain(InstanceResidual.row(p, "res_block_2", 0, 2, width)),
                PatchAttention.of(p.at("NL_scale_3"), width, 2),
                Layer.chain(after));
    }

    @Override
    public Tensor translate(Tensor z, Tensor mask) {
        return Layer.chain(x -> upToMiddle(x, mask), second, x -> fine.forward(x, mask), after)
                .forward(z);
    }

    /// Everything up to the patches of side 4.
    Tensor upToMiddle(Tensor z, Tensor mask) {
        return Layer.chain(before, x -> coarse.forward(x, mask), first, x -> middle.forward(x, mask))
                .forward(z);
    }

    /// 32, so that patches of side 8 of the latent fill the photo.
    @Override
    public int multiple() {
        return 32;
    }
}
