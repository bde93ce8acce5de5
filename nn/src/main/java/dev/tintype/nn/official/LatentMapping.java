package dev.tintype.nn.official;

import dev.tintype.nn.torch.Tensor;
import java.util.List;

/// Translates the latent of an old photo to the latent of the clean photo it once was.
public sealed interface LatentMapping permits QualityMapping, ScratchMapping, PatchAttentionMapping {

    /// The latent of the clean photo, of the same shape.
    ///
    /// @param z the latent (N, 64, H/4, W/4)
    /// @param mask where the photo has holes (N, 1, H, W), 1 is a hole
    Tensor translate(Tensor z, Tensor mask);

    /// The sides of the photo must be multiples of this.
    int multiple();

    /// Channels between the latent and the widest layers, which have `width`.
    static List<Integer> widths(int latent, int width) {
        return List.of(latent, width / 4, width / 2, width, width);
    }
}
