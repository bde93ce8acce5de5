package dev.tintype.train.lesson;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.net.FaceRefiner;
import dev.tintype.nn.net.FaceRefiner.Refined;
import dev.tintype.nn.official.MultiscaleDiscriminator;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Photo;
import dev.tintype.train.objective.FeatureMatching;
import dev.tintype.train.objective.Loss;
import dev.tintype.train.objective.Loss.Term;
import dev.tintype.train.objective.Lsgan;
import dev.tintype.train.objective.Player;
import dev.tintype.train.synthesize.MendedFace;
import dev.tintype.train.synthesize.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Learns to refine upright faces: `10 · MSE + L1 + 0.02 · doubt`, and where it is wished the adversarial loss and
/// the matching of a patch discriminator's features. Those must stay small: they sharpen what the squared error leaves
/// soft, and may make up what was not there.
///
/// The doubt is fitted to `log(|e| + 0.005)` by its squared error, where `e` is the error that is left; it takes no
/// part in what the rest of the network learns.
///
/// Source: Z. Wan et al., "Old Photo Restoration via Deep Latent Space Translation", 2022,
/// doi:10.1109/TPAMI.2022.3163183.
public final class FaceLesson implements Lesson<MendedFace> {
    private static final int PATCHES = 24; // channels of the discriminator's first layer
    private static final double MATCHING = 5; // times the adversarial weight

    private static final double NOTHING = 0.005; // an error that nobody sees

    private final Source<MendedFace> source;
    private final double adversarial;
    private final FreshParameters parameters;
    private final FreshParameters judgeParameters;
    private final FaceRefiner refiner;
    private final MultiscaleDiscriminator judge;

    /// @param adversarial weight of the adversarial loss, 0 for none
    public FaceLesson(Source<MendedFace> source, double adversarial, Map<String, Tensor> earlier, long seed) {
        this.source = source;
        this.adversarial = adversarial;
        parameters = new FreshParameters(seed, earlier);
        refiner = FaceRefiner.of(parameters, FaceRefiner.SMALL);
        judgeParameters = new FreshParameters(seed + 1, Map.of());
        judge = MultiscaleDiscriminator.of(judgeParameters, 3, PATCHES, 2, false);
    }

    @Override
    public List<Player<List<MendedFace>>> players() {
        Player<List<MendedFace>> painter = new Player<>("face", parameters.tensors(), this::paint);
        return adversarial == 0
                ? List.of(painter)
                : List.of(painter, new Player<>("judge", judgeParameters.tensors(), this::tell));
    }

    private Loss paint(List<MendedFace> batch) {
        Tensor y = sound(batch);
        Tensor x = mended(batch);
        Refined refined = refiner.forward(x, original(batch));
        Tensor error = refined.face().minus(y);
        Tensor left = error.detach().abs().mean(1).plus(NOTHING).log(); // (N, 1, S, S)
        List<Term> terms = new ArrayList<>(List.of(
                new Term("mended", 0, x.minus(y).square().mean()),
                new Term("MSE", 10, error.square().mean()),
                new Term("L1", 1, error.abs().mean()),
                new Term("doubt", 0.02, refined.doubt().minus(left).square().mean())));
        if (adversarial > 0) {
            List<List<Tensor>> fake = judge.forward(refined.face());
            terms.add(new Term("adversarial", adversarial, Lsgan.loss(fake, true)));
            terms.add(new Term("matching", MATCHING * adversarial, FeatureMatching.loss(fake, judge.forward(y))));
        }
        return new Loss(terms);
    }

    private Loss tell(List<MendedFace> batch) {
        Tensor y = sound(batch);
        Tensor painted = Scope.inference(
                () -> refiner.forward(mended(batch), original(batch)).face());
        return Lsgan.judge(judge.forward(painted), judge.forward(y));
    }

    @Override
    public MendedFace sample(int side, long seed) {
        return source.sample(side, seed);
    }

    private static Tensor mended(List<MendedFace> batch) {
        return Pixels.of(batch.stream().map(face -> face.view().mended()).toList());
    }

    private static Tensor original(List<MendedFace> batch) {
        return Pixels.of(batch.stream().map(face -> face.view().original()).toList());
    }

    private static Tensor sound(List<MendedFace> batch) {
        return Pixels.of(batch.stream().map(MendedFace::sound).toList());
    }

    @Override
    public Map<String, Tensor> weights() {
        return parameters.tensors();
    }

    /// As the scan had it, mended, refined, true, and the doubt: white where the network expects an error of a tenth of
    /// the tones or more.
    @Override
    public List<Photo> show(MendedFace sample) {
        try (Scope _ = Scope.open()) {
            Tensor both = Scope.inference(() -> {
                Refined refined = refiner.forward(mended(List.of(sample)), original(List.of(sample)));
                Tensor doubt = refined.doubt().exp().times(10).plus(-1).clamp(-1, 1);
                return Tensor.cat(
                        List.of(refined.face().clamp(-1, 1), doubt.expand(1, 3, doubt.size(2), doubt.size(3))), 0);
            });
            return List.of(
                    sample.view().original(),
                    sample.view().mended(),
                    Pixels.photo(both.narrow(0, 0, 1), false),
                    sample.sound(),
                    Pixels.photo(both.narrow(0, 1, 1), true));
        }
    }
}
