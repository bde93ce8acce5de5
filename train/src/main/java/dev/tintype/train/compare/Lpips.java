package dev.tintype.train.compare;

import dev.tintype.measure.Metric;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Script;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Photo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Learned perceptual image patch similarity: how differently a network that knows objects sees two photos. 0 is equal.
///
/// The network comes from the user, as the TorchScript `vgg16.pt` that NVIDIA publishes with StyleGAN: it takes photos
/// from 0 to 255 and gives features whose squared distance is LPIPS.
///
/// Source: R. Zhang et al., "The Unreasonable Effectiveness of Deep Features as a Perceptual Metric", 2018,
/// doi:10.1109/CVPR.2018.00068.
public record Lpips(Script network) implements Metric.FullReference {
    private static final Map<String, Boolean> FLAGS = Map.of("resize_images", false, "return_lpips", true);

    /// Reads the network.
    public static Lpips open(Path file) {
        return new Lpips(Script.open(file));
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }

    @Override
    public double score(Photo restored, Photo reference) {
        FullReference.requireSizes(restored, reference, 32);
        try (Scope _ = Scope.open()) {
            return Scope.inference(
                            () -> see(restored).minus(see(reference)).square().sum())
                    .item();
        }
    }

    private Tensor see(Photo photo) {
        return network.forward(Pixels.of(List.of(photo)).plus(1).times(127.5), false, FLAGS);
    }
}
