package dev.tintype.nn.official;

import dev.tintype.nn.official.prepare.PilGrey;
import dev.tintype.nn.official.prepare.RoundedSize;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;

/// Finds the scratches of a photo. The network always sees it with a short side of 256 pixels, so that it may miss thin
/// scratches on large scans.
///
/// Source: Z. Wan et al., "Bringing Old Photos Back to Life", 2020, section 4.2, doi:10.1109/CVPR42600.2020.00282.
///
/// @param threshold probability from which a pixel is a scratch, 0 to 1; more finds less
public record ScratchDetector(ScratchUnet network, double threshold) {
    private static final int SHORT_SIDE = 256;

    /// With the threshold of the release.
    public static ScratchDetector of(ScratchUnet network) {
        return new ScratchDetector(network, 0.4);
    }

    /// 1 where there is a scratch. A photo that is all scratch has none, as in the release: nothing could be repaired.
    public Mask detect(Photo photo) {
        Size size = photo.size();
        Size seen = RoundedSize.shorter(size, SHORT_SIDE, ScratchUnet.MULTIPLE);
        try (Scope _ = Scope.open()) {
            Tensor scratches = Scope.inference(() -> {
                Tensor small = grey(photo).resizeBilinear(seen.height(), seen.width());
                Tensor probability = network.forward(small).sigmoid(); // (1, 1, h, w)
                return probability.upsampleNearest(size.height(), size.width()).atLeast(threshold);
            });
            float[] samples = scratches.toArray();
            boolean all = scratches.mean().item() == 1;
            return all ? Mask.nothing(size) : new Mask(Plane.copyOf(size, samples, 0));
        }
    }

    /// What the network sees, before it is made small: (1, 1, H, W) in -1 to 1.
    static Tensor grey(Photo photo) {
        return Pixels.of(List.of(new Photo(List.of(PilGrey.of(photo))))).narrow(1, 0, 1);
    }
}
