package dev.tintype.nn.stage;

import dev.tintype.nn.net.Generator;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Photo;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Stage;
import java.util.List;

/// Paints a photo anew by one network that translates photos to photos, not latents to latents.
///
/// Source: P. Isola et al., 2017, doi:10.1109/CVPR.2017.632; J.-Y. Zhu et al., 2017, doi:10.1109/ICCV.2017.244.
public record PhotoTranslation(Generator network) implements Stage {
    @Override
    public Phase phase() {
        return Phase.DENOISE;
    }

    @Override
    public Reach reach() {
        return new Reach.Local(Generator.REACH);
    }

    @Override
    public Photo apply(Photo photo) {
        try (Scope _ = Scope.open()) {
            Tensor painted = Scope.inference(() -> network.forward(Pixels.of(List.of(photo))));
            return Pixels.photo(painted, photo.grey());
        }
    }
}
