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
import dev.tintype.train.synthesize.Ageing.Marked;
import dev.tintype.train.synthesize.Sample;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Learns to find scratches, creases, dust and holes: cross entropy plus Dice loss, of which faint marks have less.
/// It may learn from the squares of each batch alone that it errs on most: three squares in ten hold four fifths of all
/// error, and to look at a square costs a third of what learning from it does.
///
/// Source of the Dice loss: F. Milletari et al., "V-Net", 2016, doi:10.1109/3DV.2016.79; of learning from the hardest:
/// A. Shrivastava et al., "Training Region-based Object Detectors with Online Hard Example Mining", 2016,
/// doi:10.1109/CVPR.2016.89.
public final class ScratchLesson implements Lesson<Marked> {
    private final Ageing ageing;
    private final int hardest;
    private final FreshParameters parameters;
    private final ScratchNet net;

    /// @param hardest how many squares of a batch are learnt from, at most
    public ScratchLesson(Ageing ageing, int hardest, Map<String, Tensor> earlier, long seed) {
        this.ageing = ageing;
        this.hardest = hardest;
        parameters = new FreshParameters(seed, earlier);
        net = ScratchNet.of(parameters, ScratchNet.shipped(false));
    }

    @Override
    public List<Player<List<Marked>>> players() {
        return List.of(new Player<>("detector", parameters.tensors(), this::loss));
    }

    private Loss loss(List<Marked> batch) {
        List<Marked> learnt = batch.size() > hardest ? hardest(batch) : batch;
        return loss(logits(learnt).precise(), damage(learnt), weight(learnt));
    }

    private List<Marked> hardest(List<Marked> batch) {
        float[] errors = Scope.inference(() -> logits(batch)
                        .precise()
                        .entropy(damage(batch))
                        .times(weight(batch))
                        .mean(1, 2, 3))
                .toArray();
        return IntStream.range(0, batch.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -errors[i]))
                .limit(hardest)
                .map(batch::get)
                .toList();
    }

    private Tensor logits(List<Marked> batch) {
        return net.forward(Batches.aged(samples(batch)));
    }

    private static Tensor damage(List<Marked> batch) {
        return Batches.damage(samples(batch));
    }

    private static Tensor weight(List<Marked> batch) {
        return Pixels.ofMasks(batch.stream().map(Marked::weight).toList());
    }

    private static List<Sample> samples(List<Marked> batch) {
        return batch.stream().map(Marked::sample).toList();
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
    public Marked sample(int side, long seed) {
        return ageing.marked(side, seed);
    }

    @Override
    public Map<String, Tensor> weights() {
        return parameters.tensors();
    }

    @Override
    public List<Photo> show(Marked marked) {
        Sample sample = marked.sample();
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
