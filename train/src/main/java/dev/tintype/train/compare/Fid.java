package dev.tintype.train.compare;

import dev.tintype.measure.FrechetDistance;
import dev.tintype.measure.Metric;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Script;
import dev.tintype.photo.Photo;
import dev.tintype.read.PhotoReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Fréchet inception distance: how far the features of many photos lie from those of others, each cloud taken for
/// normal. With fewer photos than some thousands it is too high, so it compares methods on the same photos only.
///
/// The network comes from the user, as the TorchScript `inception-2015-12-05.pt` that NVIDIA publishes with StyleGAN:
/// it
/// takes photos from 0 to 255 in 8 bits and gives 2048 features.
///
/// Source: M. Heusel et al., "GANs Trained by a Two Time-Scale Update Rule", 2017, arXiv:1706.08500.
public record Fid(Script network) implements Metric.Distribution {
    private static final Map<String, Boolean> FLAGS = Map.of("return_features", true);

    /// Reads the network.
    public static Fid open(Path file) {
        return new Fid(Script.open(file));
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }

    @Override
    public double score(List<Photo> restored, List<Photo> reference) {
        return FrechetDistance.of(seen(restored, photo -> photo), seen(reference, photo -> photo));
    }

    /// The distance of photos in files, of which one at a time is in memory.
    double distance(List<Path> restored, List<Path> reference) {
        return FrechetDistance.of(seen(restored, Fid::read), seen(reference, Fid::read));
    }

    private static Photo read(Path file) {
        return PhotoReader.read(file).samples().photo();
    }

    private <T> double[][] seen(List<T> photos, Function<T, Photo> open) {
        return photos.stream().map(photo -> features(open.apply(photo))).toArray(double[][]::new);
    }

    private double[] features(Photo photo) {
        try (Scope _ = Scope.open()) {
            float[] seen = Scope.inference(() -> network.forward(
                            Pixels.of(List.of(photo))
                                    .plus(1)
                                    .times(127.5)
                                    .plus(0.5)
                                    .clamp(0, 255),
                            true,
                            FLAGS))
                    .toArray();
            return IntStream.range(0, seen.length).mapToDouble(i -> seen[i]).toArray();
        }
    }
}
