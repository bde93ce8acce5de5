package dev.tintype.train.lesson;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.net.ToneNet;
import dev.tintype.nn.net.ToneNet.Guess;
import dev.tintype.nn.net.ToneProfile;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Photo;
import dev.tintype.train.objective.Loss;
import dev.tintype.train.objective.Loss.Term;
import dev.tintype.train.objective.Player;
import dev.tintype.train.synthesize.FadedThumbnail;
import dev.tintype.train.synthesize.FadedThumbnails;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Learns to guess whether a photo has faded, by cross-entropy, and how those have that did:
/// `L1 + 2 · MSE` of the thumbnail that the guess gives back, plus a small price on every change. Of those that did
/// not fade it learns no numbers: the mean of all, faded or not, would take back too little of what has.
public final class ToneLesson implements Lesson<FadedThumbnail> {
    private final FadedThumbnails thumbnails;
    private final FreshParameters parameters;
    private final ToneNet net;

    public ToneLesson(FadedThumbnails thumbnails, Map<String, Tensor> earlier, long seed) {
        this.thumbnails = thumbnails;
        parameters = new FreshParameters(seed, earlier);
        net = ToneNet.of(parameters, ToneNet.SMALL);
    }

    @Override
    public List<Player<List<FadedThumbnail>>> players() {
        return List.of(new Player<>("tone", parameters.tensors(), this::loss));
    }

    private Loss loss(List<FadedThumbnail> batch) {
        float[] labels = new float[batch.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = batch.get(i).faded() ? 1 : 0;
        }
        Tensor faded = Tensor.of(labels, batch.size(), 1);
        Tensor share = faded.over(faded.mean().plus(1e-6)); // so that means are those of faded ones
        Guess guess = net.forward(profiles(batch));
        Tensor error = ToneNet.undo(samples(batch, FadedThumbnail::aged), guess.numbers())
                .minus(samples(batch, FadedThumbnail::sound));
        Tensor each = share.reshape(batch.size(), 1, 1, 1);
        return Loss.of(
                new Term("L1", 1, error.abs().times(each).mean()),
                new Term("MSE", 2, error.square().times(each).mean()),
                new Term("change", 0.01, guess.numbers().abs().times(share).mean()),
                new Term("entropy", 0.1, guess.faded().entropy(faded).mean()));
    }

    /// (N, 3, H, W) in 0 to 1.
    private static Tensor samples(List<FadedThumbnail> batch, Function<FadedThumbnail, Photo> which) {
        return Pixels.of(batch.stream().map(which).toList()).plus(1).times(0.5);
    }

    private static Tensor profiles(List<FadedThumbnail> batch) {
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
    public FadedThumbnail sample(int side, long seed) {
        return thumbnails.sample(seed);
    }

    @Override
    public Map<String, Tensor> weights() {
        return parameters.tensors();
    }

    @Override
    public List<Photo> show(FadedThumbnail sample) {
        try (Scope _ = Scope.open()) {
            Tensor restored = Scope.inference(() -> {
                Tensor x = Pixels.of(List.of(sample.aged())).plus(1).times(0.5);
                return ToneNet.undo(x, net.forward(profiles(List.of(sample))).numbers())
                        .clamp(0, 1)
                        .times(2)
                        .plus(-1);
            });
            return List.of(sample.aged(), Pixels.photo(restored, false), sample.sound());
        }
    }
}
