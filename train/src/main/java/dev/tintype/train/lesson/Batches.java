package dev.tintype.train.lesson;

import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.train.synthesize.Sample;
import java.util.List;

/// Samples as tensors.
final class Batches {
    private Batches() {}

    /// The aged photos, (N, 3, H, W) in -1 to 1.
    static Tensor aged(List<Sample> batch) {
        return Pixels.of(batch.stream().map(Sample::aged).toList());
    }

    /// The sound photos, (N, 3, H, W) in -1 to 1.
    static Tensor sound(List<Sample> batch) {
        return Pixels.of(batch.stream().map(Sample::sound).toList());
    }

    /// What is lost, (N, 1, H, W), 1 where it is.
    static Tensor damage(List<Sample> batch) {
        return Pixels.ofMasks(batch.stream().map(Sample::damage).toList());
    }
}
