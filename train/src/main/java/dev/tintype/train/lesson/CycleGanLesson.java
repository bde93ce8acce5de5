package dev.tintype.train.lesson;

import static dev.tintype.train.lesson.Batches.aged;
import static dev.tintype.train.lesson.Batches.sound;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.net.ResnetGenerator;
import dev.tintype.nn.official.MultiscaleDiscriminator;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.train.objective.Loss;
import dev.tintype.train.objective.Loss.Term;
import dev.tintype.train.objective.Lsgan;
import dev.tintype.train.objective.Memory;
import dev.tintype.train.objective.PhotoPool;
import dev.tintype.train.objective.Player;
import dev.tintype.train.synthesize.Ageing;
import dev.tintype.train.synthesize.PhotoLibrary;
import dev.tintype.train.synthesize.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Learns CycleGAN from photos that are no pairs: real old ones, and clean ones. One generator makes clean of old, the
/// other old of clean; a discriminator of each domain judges; there and back must give the photo again, and a photo of
/// the domain that a generator paints must stay: `adversarial + 10 · cycle + 5 · identity`.
///
/// Source: J.-Y. Zhu et al., "Unpaired Image-to-Image Translation using Cycle-Consistent Adversarial Networks", 2017,
/// doi:10.1109/ICCV.2017.244. Unlike the paper: narrower, and the pools begin anew where crops grow.
public final class CycleGanLesson implements Lesson<Sample> {
    private static final double CYCLE = 10;
    private static final double IDENTITY = 5;

    private final Ageing clean;
    private final PhotoLibrary old;
    private final FreshParameters toCleanParameters;
    private final FreshParameters toOldParameters;
    private final ResnetGenerator toClean;
    private final ResnetGenerator toOld;
    private final Judge cleanJudge;
    private final Judge oldJudge;

    /// @param clean makes the clean photos
    /// @param old real old photos
    /// @param earlier tensors of the generator of clean photos to start from
    /// @param remembered painted photos that each discriminator remembers
    public CycleGanLesson(Ageing clean, PhotoLibrary old, Map<String, Tensor> earlier, int remembered, long seed) {
        this.clean = clean;
        this.old = old;
        toCleanParameters = new FreshParameters(seed, earlier);
        toOldParameters = new FreshParameters(seed + 1, Map.of());
        toClean = ResnetGenerator.of(toCleanParameters, ResnetGenerator.WIDTH);
        toOld = ResnetGenerator.of(toOldParameters, ResnetGenerator.WIDTH);
        cleanJudge = Judge.of(remembered, seed + 2);
        oldJudge = Judge.of(remembered, seed + 3);
    }

    @Override
    public List<Player<List<Sample>>> players() {
        Map<String, Tensor> both = new LinkedHashMap<>();
        toCleanParameters.tensors().forEach((name, tensor) -> both.put("clean." + name, tensor));
        toOldParameters.tensors().forEach((name, tensor) -> both.put("old." + name, tensor));
        return List.of(
                Player.adversarial("generators", both, this::paint, Memory.NONE),
                cleanJudge.player("clean judge", batch -> toClean.forward(aged(batch)), Batches::sound),
                oldJudge.player("old judge", batch -> toOld.forward(sound(batch)), Batches::aged));
    }

    private Loss paint(List<Sample> batch) {
        Tensor x = aged(batch);
        Tensor y = sound(batch);
        Tensor cleaned = toClean.forward(x).precise();
        Tensor aged = toOld.forward(y).precise();
        return Loss.of(
                new Term("looks clean", 1, Lsgan.loss(cleanJudge.network().forward(cleaned), true)),
                new Term("looks old", 1, Lsgan.loss(oldJudge.network().forward(aged), true)),
                new Term("cycle", CYCLE, distance(toOld.forward(cleaned), x).plus(distance(toClean.forward(aged), y))),
                new Term("identity", IDENTITY, distance(toClean.forward(y), y).plus(distance(toOld.forward(x), x))));
    }

    private static Tensor distance(Tensor painted, Tensor photo) {
        return painted.precise().minus(photo).abs().mean();
    }

    /// An old photo, and a clean one that has nothing to do with it.
    @Override
    public Sample sample(int side, long seed) {
        Photo photo = old.crop(side, new SplittableRandom(seed));
        Mask unknown = Mask.nothing(photo.size());
        return new Sample(photo, clean.sample(side, seed).sound(), unknown);
    }

    @Override
    public Map<String, Tensor> weights() {
        return toCleanParameters.tensors();
    }

    @Override
    public List<Photo> show(Sample sample) {
        try (Scope _ = Scope.open()) {
            Tensor painted = Scope.inference(() -> toClean.forward(aged(List.of(sample))));
            return List.of(sample.aged(), Pixels.photo(painted, false));
        }
    }

    /// The discriminator of a domain, and what was painted to deceive it.
    private record Judge(FreshParameters parameters, MultiscaleDiscriminator network, PhotoPool pool) {
        static Judge of(int remembered, long seed) {
            FreshParameters parameters = new FreshParameters(seed, Map.of());
            return new Judge(
                    parameters,
                    MultiscaleDiscriminator.of(parameters, 3, Pix2PixLesson.WIDTH, 1, false),
                    new PhotoPool(remembered, seed));
        }

        Player<List<Sample>> player(String name, Painter painter, Painter domain) {
            return Player.adversarial(
                    name,
                    parameters.tensors(),
                    batch -> {
                        Tensor painted = pool.exchange(
                                Scope.inference(() -> painter.paint(batch).precise()));
                        return Lsgan.judge(network.forward(painted), network.forward(domain.paint(batch)));
                    },
                    pool);
        }
    }

    /// Photos from a batch.
    private interface Painter {
        Tensor paint(List<Sample> batch);
    }
}
