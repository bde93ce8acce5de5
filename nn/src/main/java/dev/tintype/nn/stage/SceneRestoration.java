package dev.tintype.nn.stage;

import dev.tintype.nn.net.SceneTranslation;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Stage;
import dev.tintype.restore.inpaint.PullPush;
import java.util.List;
import java.util.Optional;

/// Mends noise, blur, compression and what a mask calls lost, by translation between latent spaces.
///
/// Source: Z. Wan et al., "Bringing Old Photos Back to Life", CVPR 2020, doi:10.1109/CVPR42600.2020.00282.
///
/// @param mask of the photo's size
/// @param scan the photo as it came, before other stages, in the same tones; nothing where it is still as it came
public record SceneRestoration(SceneTranslation network, Mask mask, Optional<Photo> scan) implements Stage {
    /// Pixels around a tile that it needs to see.
    static final int HALO = 128;

    /// Of a photo that is as it came.
    public SceneRestoration(SceneTranslation network, Mask mask) {
        this(network, mask, Optional.empty());
    }

    @Override
    public Phase phase() {
        return Phase.DENOISE;
    }

    @Override
    public Reach reach() {
        return new Reach.Local(HALO);
    }

    @Override
    public Photo apply(Photo photo) {
        Photo filled = mask.isEmpty() ? photo : new PullPush(mask).apply(photo);
        int height = photo.size().height();
        int width = photo.size().width();
        int below = Math.floorMod(-height, SceneTranslation.MULTIPLE);
        int right = Math.floorMod(-width, SceneTranslation.MULTIPLE);
        try (Scope _ = Scope.open()) {
            Tensor restored = Scope.inference(() -> {
                Tensor x = Pixels.of(List.of(filled)).pad("replicate", 0, right, 0, below);
                Tensor came = Pixels.of(List.of(scan.orElse(photo))).pad("replicate", 0, right, 0, below);
                Tensor damage = Pixels.ofMasks(List.of(mask)).pad("constant", 0, right, 0, below);
                return network.forward(x, came, damage)
                        .narrow(2, 0, height)
                        .narrow(3, 0, width)
                        .clamp(-1, 1);
            });
            return Pixels.photo(restored, photo.grey());
        }
    }
}
