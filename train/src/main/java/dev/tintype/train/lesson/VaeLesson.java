package dev.tintype.train.lesson;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.layer.Conv;
import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.net.SceneVae;
import dev.tintype.nn.net.SceneVae.Widths;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.train.objective.Loss;
import dev.tintype.train.objective.Loss.Term;
import dev.tintype.train.objective.Player;
import dev.tintype.train.synthesize.Ageing;
import dev.tintype.train.synthesize.PhotoLibrary;
import dev.tintype.train.synthesize.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Learns a VAE of photos: `10 · L1 + 0.01 · KL`, with noise of variance 1 on the latent.
///
/// With real old photos it is the VAE of the old domain: half of every batch is real, half is aged, and an adversarial
/// discriminator on the latent teaches the encoder to make them alike (least squares GAN).
/// Source: Z. Wan et al., "Bringing Old Photos Back to Life", CVPR 2020, doi:10.1109/CVPR42600.2020.00282, section 3.1.
/// Unlike the paper: no discriminator on the picture, as what ships is trained on end to end with a pixel loss.
public final class VaeLesson implements Lesson<Sample> {
    private static final int DISCRIMINATOR = 32; // channels
    private static final double ADVERSARIAL = 0.1;
    private static final Start HE = Start.HE;

    private final Kind kind;
    private final Ageing ageing;
    private final Optional<PhotoLibrary> old;
    private final FreshParameters parameters;
    private final FreshParameters judgeParameters;
    private final SceneVae vae;
    private final Layer judge;

    /// @param old real old photos, for the VAE of the old domain or of both
    /// @throws IllegalArgumentException where an aligned one lacks them
    public VaeLesson(Kind kind, Ageing ageing, Optional<PhotoLibrary> old, Map<String, Tensor> earlier, long seed) {
        if (kind == Kind.ALIGNED && old.isEmpty()) {
            throw new IllegalArgumentException("there are no real old photos to align aged ones with");
        }
        this.kind = kind;
        this.ageing = ageing;
        this.old = old;
        parameters = new FreshParameters(seed, earlier);
        vae = SceneVae.of(parameters, Widths.SMALL);
        judgeParameters = new FreshParameters(seed + 1, Map.of());
        judge = Layer.chain(
                Conv.of(judgeParameters, "0", HE, Widths.SMALL.latent(), DISCRIMINATOR, 3, 1, 1),
                x -> x.leakyRelu(0.2),
                Conv.of(judgeParameters, "1", HE, DISCRIMINATOR, DISCRIMINATOR, 3, 2, 1),
                x -> x.leakyRelu(0.2),
                Conv.of(judgeParameters, "2", HE, DISCRIMINATOR, 1, 3, 1, 1));
    }

    @Override
    public List<Player<List<Sample>>> players() {
        Player<List<Sample>> painter = new Player<>("vae", parameters.tensors(), this::paint);
        return kind == Kind.ALIGNED
                ? List.of(painter, new Player<>("judge", judgeParameters.tensors(), this::tell))
                : List.of(painter);
    }

    private Loss paint(List<Sample> batch) {
        Tensor x = Batches.aged(batch);
        Tensor latent = vae.encoder().forward(x).latent();
        Tensor painted =
                vae.decoder().forward(latent.plus(Tensor.randn(latent.shape()))).precise();
        Term pixels = new Term("L1", 10, painted.minus(x).abs().mean());
        Term kl = new Term("KL", 0.01, latent.square().mean());
        if (kind != Kind.ALIGNED) {
            return Loss.of(pixels, kl);
        }
        Tensor realLooksAged = judge.forward(real(latent)).plus(-1).square().mean();
        return Loss.of(pixels, kl, new Term("latent GAN", ADVERSARIAL, realLooksAged));
    }

    /// The discriminator calls aged latents 1 and real ones 0.
    private Loss tell(List<Sample> batch) {
        Tensor x = Batches.aged(batch);
        Tensor latent = Scope.inference(() -> vae.encoder().forward(x).latent());
        Tensor aged = latent.narrow(0, latent.size(0) / 2, latent.size(0) - latent.size(0) / 2);
        return Loss.of(
                new Term("aged", 0.5, judge.forward(aged).plus(-1).square().mean()),
                new Term("real", 0.5, judge.forward(real(latent)).square().mean()));
    }

    private static Tensor real(Tensor latent) {
        return latent.narrow(0, 0, latent.size(0) / 2);
    }

    /// Even seeds are real old photos, if there are any: [fit.Trainer] numbers a batch so that they come first.
    @Override
    public Sample sample(int side, long seed) {
        if (old.isPresent() && seed % 2 == 0) {
            Photo photo = old.get().crop(side, new Random(seed));
            return new Sample(photo, photo, Mask.nothing(photo.size()));
        }
        Sample sample = ageing.sample(side, seed);
        boolean clean = kind == Kind.SHARED && Math.floorMod(seed / 2, 2) == 0;
        return clean ? new Sample(sample.sound(), sample.sound(), sample.damage()) : sample;
    }

    @Override
    public Map<String, Tensor> weights() {
        return parameters.tensors();
    }

    @Override
    public List<Photo> show(Sample sample) {
        List<Photo> row = new ArrayList<>(List.of(sample.aged()));
        try (Scope _ = Scope.open()) {
            Tensor x = Pixels.of(List.of(sample.aged()));
            Tensor painted = Scope.inference(
                    () -> vae.decoder().forward(vae.encoder().forward(x).latent()));
            row.add(Pixels.photo(painted.clamp(-1, 1), false));
        }
        return row;
    }

    /// Whose VAE.
    public enum Kind {
        /// Of one domain, whose photos need not look alike to it.
        PLAIN,
        /// Of old photos, with the discriminator.
        ALIGNED,
        /// Of old and clean photos alike: every other photo that is not a real old one is as sound as it was.
        SHARED
    }
}
