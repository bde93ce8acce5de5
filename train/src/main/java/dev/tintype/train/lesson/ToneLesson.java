package dev.tintype.train.lesson;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.net.ToneNet;
import dev.tintype.nn.net.ToneProfile;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Photo;
import dev.tintype.train.objective.Loss;
import dev.tintype.train.objective.Loss.Term;
import dev.tintype.train.objective.Player;
import dev.tintype.train.synthesize.FadedThumbnails;
import dev.tintype.train.synthesize.Sample;
import java.util.List;
import java.util.Map;

/// Learns to guess how a photo faded: the mean absolute error of the thumbnail that its guess gives back, plus a small
/// price on every change, so that a photo that did not fade stays as it is.
public final class ToneLesson implements Lesson<Sample> {
    private final FadedThumbnails thumbnails;
    private final FreshParameters parameters;
    private final ToneNet net;

    public ToneLesson(FadedThumbnails thumbnails, Map<String, Tensor> earlier, long seed) {
        this.thumbnails = thumbnails;
        parameters = new FreshParameters(seed, earlier);
        net = ToneNet.of(parameters, ToneNet.SMALL);
    }

    @Override
    public List<Player<List<Sample>>> players() {
        return List.of(new Player<>("tone", parameters.tensors(), this::loss));
    }

    private Loss loss(List<Sample> batch) {
        Tensor x = Batches.aged(batch).plus(1).times(0.5);
        Tensor y = Batches.sound(batch).plus(1).times(0.5);
        Tensor numbers = net.forward(profiles(batch));
        Tensor restored = ToneNet.undo(x, numbers);
        return Loss.of(
                new Term("L1", 1, restored.minus(y).abs().mean()),
                new Term("MSE", 2, restored.minus(y).square().mean()),
                new Term("change", 0.01, numbers.abs().mean()));
    }

    private static Tensor profiles(List<Sample> batch) {
        float[] all = new float[batch.size() * ToneProfile.LENGTH];
        for (int i = 0; i < batch.size(); i++) {
            Photo photo = batch.get(i).aged();
            float[] samples = new float[3 * photo.size().area()];
            for (int c = 0; c < 3; c++) {
                photo.planes().get(c).copyTo(samples, c * photo.size().area());
            }
            System.arraycopy(ToneProfile.of(samples), 0, all, i * ToneProfile.LENGTH, ToneProfile.LENGTH);
        }
        return Tensor.of(all, batch.size(), ToneProfile.LENGTH);
    }

    @Override
    public Sample sample(int side, long seed) {
        return thumbnails.sample(seed);
    }

    @Override
    public Map<String, Tensor> weights() {
        return parameters.tensors();
    }

    @Override
    public List<Photo> show(Sample sample) {
        try (Scope _ = Scope.open()) {
            Tensor restored = Scope.inference(() -> {
                Tensor x = Pixels.of(List.of(sample.aged())).plus(1).times(0.5);
                return ToneNet.undo(x, net.forward(profiles(List.of(sample))))
                        .clamp(0, 1)
                        .times(2)
                        .plus(-1);
            });
            return List.of(sample.aged(), Pixels.photo(restored, false), sample.sound());
        }
    }
}
