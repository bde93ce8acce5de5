package dev.tintype.train.lesson;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.net.ScratchNet;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.train.objective.Loss;
import dev.tintype.train.objective.Loss.Term;
import dev.tintype.train.objective.Player;
import dev.tintype.train.synthesize.Ageing;
import dev.tintype.train.synthesize.Sample;
import java.util.List;
import java.util.Map;

/// Learns to find scratches, creases, dust and holes: cross entropy plus Dice loss.
///
/// Source of the Dice loss: F. Milletari et al., "V-Net", 2016, doi:10.1109/3DV.2016.79.
public final class ScratchLesson implements Lesson<Sample> {
    private final Ageing ageing;
    private final FreshParameters parameters;
    private final ScratchNet net;

    public ScratchLesson(Ageing ageing, Map<String, Tensor> earlier, long seed) {
        this.ageing = ageing;
        parameters = new FreshParameters(seed, earlier);
        net = ScratchNet.of(parameters, ScratchNet.shipped(false));
    }

    @Override
    public List<Player<List<Sample>>> players() {
        return List.of(new Player<>("detector", parameters.tensors(), this::loss));
    }

    private Loss loss(List<Sample> batch) {
        Tensor damage = Batches.damage(batch);
        return loss(net.forward(Batches.aged(batch)).precise(), damage, Tensor.full(1, damage.shape()));
    }

    /// How far logits are from the damage, each pixel as much as it counts.
    static Loss loss(Tensor logits, Tensor damage, Tensor weight) {
        Tensor probability = logits.sigmoid().times(weight);
        Tensor counted = damage.times(weight);
        Tensor both = probability.times(damage).sum().times(2).plus(1);
        Tensor all = probability.sum().plus(counted.sum()).plus(1);
        return Loss.of(
                new Term("entropy", 1, logits.entropy(damage).times(weight).mean()),
                new Term("dice", 0.2, both.over(all).times(-1).plus(1)));
    }

    @Override
    public Sample sample(int side, long seed) {
        return ageing.sample(side, seed);
    }

    @Override
    public Map<String, Tensor> weights() {
        return parameters.tensors();
    }

    @Override
    public List<Photo> show(Sample sample) {
        try (Scope _ = Scope.open()) {
            Tensor found = Scope.inference(
                    () -> net.forward(Pixels.of(List.of(sample.aged()))).sigmoid());
            Plane plane = Plane.copyOf(sample.aged().size(), found.toArray(), 0);
            return List.of(
                    sample.aged(),
                    new Photo(List.of(plane)),
                    new Photo(List.of(sample.damage().damage())));
        }
    }
}
