package dev.tintype.nn.official.prepare;

import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.stream.IntStream;

/// Between photos with samples from 0 to 1 and tensors with samples from -1 to 1.
public final class PhotoTensor {
    private PhotoTensor() {}

    /// Three planes, a grey one three times: (1, 3, H, W).
    public static Tensor colour(Photo photo) {
        List<Plane> planes = photo.planes();
        return signed(photo.grey() ? List.of(planes.getFirst(), planes.getFirst(), planes.getFirst()) : planes);
    }

    /// One plane: (1, 1, H, W).
    public static Tensor grey(Plane plane) {
        return signed(List.of(plane));
    }

    /// Holes are 1, everything else is 0: (1, 1, H, W).
    public static Tensor mask(Mask mask) {
        float[] samples = Levels.samples(mask.damage());
        for (int i = 0; i < samples.length; i++) {
            samples[i] = samples[i] > 0 ? 1 : 0;
        }
        return Tensor.of(samples, 1, 1, mask.size().height(), mask.size().width());
    }

    /// The photo of a tensor (1, C, H, W).
    public static Photo photo(Tensor tensor) {
        Size size = new Size((int) tensor.size(3), (int) tensor.size(2));
        float[] samples = tensor.toArray();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (samples[i] + 1) / 2;
        }
        return new Photo(IntStream.range(0, (int) tensor.size(1))
                .mapToObj(c -> Plane.copyOf(size, samples, c * size.area()))
                .toList());
    }

    private static Tensor signed(List<Plane> planes) {
        Size size = planes.getFirst().size();
        float[] samples = new float[planes.size() * size.area()];
        for (int c = 0; c < planes.size(); c++) {
            planes.get(c).copyTo(samples, c * size.area());
        }
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (samples[i] - 0.5f) / 0.5f;
        }
        return Tensor.of(samples, 1, planes.size(), size.height(), size.width());
    }
}
