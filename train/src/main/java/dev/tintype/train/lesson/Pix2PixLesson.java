package dev.tintype.train.lesson;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.net.UnetGenerator;
import dev.tintype.nn.official.MultiscaleDiscriminator;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Photo;
import dev.tintype.train.objective.Loss;
import dev.tintype.train.objective.Loss.Term;
import dev.tintype.train.objective.Lsgan;
import dev.tintype.train.objective.Memory;
import dev.tintype.train.objective.Player;
import dev.tintype.train.synthesize.Ageing;
import dev.tintype.train.synthesize.Sample;
import java.util.List;
import java.util.Map;

/// Learns pix2pix: `100 · L1 + adversarial`, where a discriminator sees squares of 70 pixels of the aged photo together
/// with the painted or the sound one.
///
/// Source: P. Isola et al., "Image-to-Image Translation with Conditional Adversarial Networks", 2017,
/// doi:10.1109/CVPR.2017.632. Unlike the paper: least squares instead of cross entropy, and half the discriminator's
/// width, as the generator's.
public final class Pix2PixLesson implements Lesson<Sample> {
    private static final double CLOSE = 100;
    static final int WIDTH = 32; // of the discriminator's first layer

    private final Ageing ageing;
    private final FreshParameters parameters;
    private final FreshParameters judgeParameters;
    private final UnetGenerator generator;
    private final MultiscaleDiscriminator judge;

    /// @param earlier tensors of a generator to start from
    public Pix2PixLesson(Ageing ageing, Map<String, Tensor> earlier, long seed) {
        this.ageing = ageing;
        parameters = new FreshParameters(seed, earlier);
        generator = UnetGenerator.of(parameters, UnetGenerator.WIDTHS);
        judgeParameters = new FreshParameters(seed + 1, Map.of());
        judge = MultiscaleDiscriminator.of(judgeParameters, 6, WIDTH, 1, false);
    }

    @Override
    public List<Player<List<Sample>>> players() {
        return List.of(
                Player.adversarial("generator", parameters.tensors(), this::paint, Memory.NONE),
                Player.adversarial("judge", judgeParameters.tensors(), this::tell, Memory.NONE));
    }

    private Loss paint(List<Sample> batch) {
        Tensor x = Batches.aged(batch);
        Tensor y = Batches.sound(batch);
        Tensor painted = generator.forward(x).precise();
        return Loss.of(
                new Term("L1", CLOSE, painted.minus(y).abs().mean()),
                new Term("adversarial", 1, Lsgan.loss(judge.forward(pair(x, painted)), true)));
    }

    private Loss tell(List<Sample> batch) {
        Tensor x = Batches.aged(batch);
        Tensor painted = Scope.inference(() -> generator.forward(x).precise());
        return Lsgan.judge(judge.forward(pair(x, painted)), judge.forward(pair(x, Batches.sound(batch))));
    }

    private static Tensor pair(Tensor old, Tensor clean) {
        return Tensor.cat(List.of(old, clean), 1); // (N, 6, H, W)
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
            Tensor painted = Scope.inference(() -> generator.forward(Batches.aged(List.of(sample))));
            return List.of(sample.aged(), Pixels.photo(painted, false), sample.sound());
        }
    }
}
