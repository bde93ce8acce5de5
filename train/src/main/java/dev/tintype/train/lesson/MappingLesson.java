package dev.tintype.train.lesson;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.Parameters;
import dev.tintype.nn.net.SceneTranslation;
import dev.tintype.nn.net.SceneVae.Code;
import dev.tintype.nn.net.SceneVae.Encoder;
import dev.tintype.nn.net.SceneVae.Widths;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.restore.inpaint.PullPush;
import dev.tintype.train.objective.Loss;
import dev.tintype.train.objective.Loss.Term;
import dev.tintype.train.objective.Perceptual;
import dev.tintype.train.objective.Player;
import dev.tintype.train.synthesize.MendedCrop;
import dev.tintype.train.synthesize.Sample;
import dev.tintype.train.synthesize.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Learns the way from old to clean photos, encoder and decoder included:
/// `10 · MSE(photo) + 0.1 · L1(photo) + 0.002 · L1(latent)`, and `0.1 · VGG(photo)` where a VGG-19 is given.
///
/// It starts from the encoder of the old VAE and the decoder of the clean one; the latent of the sound photo under the
/// clean VAE's encoder, which stays as it is, is what the mapping aims at.
/// Source: Z. Wan et al., "Bringing Old Photos Back to Life", CVPR 2020, doi:10.1109/CVPR42600.2020.00282, section 3.2.
/// Unlike the paper: encoder and decoder are trained on, and there is no discriminator, so nothing is made up. The
/// squared error leads, since with L1 alone the many squares that need nothing taught the network to do nothing.
public final class MappingLesson implements Lesson<MendedCrop> {
    private final Source<MendedCrop> crops;
    private final Design design;
    private final FreshParameters parameters;
    private final SceneTranslation scene;
    private final Encoder target;
    private final Optional<Perceptual> perceptual;

    /// @param earlier tensors to start from, as `old.encoder.*`, `mapping.*` and `clean.decoder.*`
    /// @param clean parameters of the clean VAE's encoder
    /// @param perceptual a network that has learnt to recognise objects, for the VGG term
    public MappingLesson(
            Source<MendedCrop> crops,
            Design design,
            Map<String, Tensor> earlier,
            Parameters clean,
            Optional<Perceptual> perceptual,
            long seed) {
        this.crops = crops;
        this.design = design;
        this.perceptual = perceptual;
        parameters = new FreshParameters(seed, earlier);
        scene = SceneTranslation.of(parameters, Widths.SMALL, design.nonLocal());
        target = Encoder.of(clean, Widths.SMALL);
    }

    @Override
    public List<Player<List<MendedCrop>>> players() {
        Map<String, Tensor> learning = new LinkedHashMap<>(parameters.tensors());
        if (!design.endToEnd()) {
            learning.keySet().removeIf(name -> !name.startsWith("mapping.") && !name.startsWith("clean.decoder.head."));
        }
        return List.of(new Player<>("scene", learning, this::loss));
    }

    private Loss loss(List<MendedCrop> batch) {
        List<Sample> samples = batch.stream().map(MendedCrop::sample).toList();
        Tensor x = Batches.aged(samples);
        Tensor y = Batches.sound(samples);
        Tensor damage = Batches.damage(samples);
        Tensor scan = Pixels.of(batch.stream().map(MendedCrop::scan).toList());
        Code code = scene.encode(x, scan, damage);
        Tensor latent = scene.mapping().forward(code, damage);
        Tensor painted = scene.decode(x, damage, code, latent).precise();
        Tensor wanted = Scope.inference(() -> target.forward(y).latent());
        Tensor error = painted.minus(y);
        List<Term> terms = new ArrayList<>(List.of(
                new Term("MSE", 10, error.square().mean()),
                new Term("L1", 0.1, error.abs().mean()),
                new Term("latent", 0.002, latent.minus(wanted).abs().mean())));
        perceptual.ifPresent(vgg -> terms.add(new Term("VGG", 0.1, vgg.loss(painted, y))));
        return new Loss(terms);
    }

    /// What is lost is painted over.
    @Override
    public MendedCrop sample(int side, long seed) {
        MendedCrop crop = crops.sample(side, seed);
        Sample sample = crop.sample();
        Mask mask = sample.damage();
        Photo filled = mask.isEmpty() ? sample.aged() : new PullPush(mask).apply(sample.aged());
        return new MendedCrop(new Sample(filled, sample.sound(), mask), crop.scan());
    }

    @Override
    public Map<String, Tensor> weights() {
        return parameters.tensors();
    }

    @Override
    public List<Photo> show(MendedCrop crop) {
        Sample sample = crop.sample();
        try (Scope _ = Scope.open()) {
            Tensor restored = Scope.inference(() -> scene.forward(
                    Pixels.of(List.of(sample.aged())),
                    Pixels.of(List.of(crop.scan())),
                    Pixels.ofMasks(List.of(sample.damage()))));
            return List.of(crop.scan(), sample.aged(), Pixels.photo(restored.clamp(-1, 1), false), sample.sound());
        }
    }

    /// What of the paper, and of our departures from it, there is.
    ///
    /// @param nonLocal the partial non-local block
    /// @param endToEnd encoder and decoder are trained on; else they stay as the VAEs left them, but for the
    /// last layer of the decoder, which paints corrections and not photos
    public record Design(boolean nonLocal, boolean endToEnd) {
        /// What ships.
        public static final Design FULL = new Design(true, true);
    }
}
