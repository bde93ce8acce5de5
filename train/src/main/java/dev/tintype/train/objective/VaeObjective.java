package dev.tintype.train.objective;

import dev.tintype.nn.official.MultiscaleDiscriminator;
import dev.tintype.nn.official.Vae;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.train.objective.Loss.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the autoencoder of a domain and its discriminators want, as in the released code, which has no pixel-wise term.
///
/// Source: Z. Wan et al., "Bringing Old Photos Back to Life", 2020, equations 1 to 4, doi:10.1109/CVPR42600.2020.00282.
///
/// Unlike the released code, a batch without real old photos, or with nothing else, has no term for latents instead of
/// ending the training.
///
/// @param photos judges photos
/// @param latents judges latents, in the domain of old photos: it is to mistake real old photos for synthetic ones
public record VaeObjective(
        Vae vae, MultiscaleDiscriminator photos, Optional<MultiscaleDiscriminator> latents, Perceptual perceptual) {
    private static final double MATCHING = 10;
    private static final double PERCEPTUAL = 10;

    /// What the autoencoder wants.
    public Loss generator(Batch batch) {
        Tensor z = vae.encoder().forward(batch.x()); // (N, 64, H/4, W/4)
        Tensor y = vae.decoder().forward(z.plus(batch.noise())); // (N, 3, H, W)
        List<List<Tensor>> fake = photos.forward(y);
        List<List<Tensor>> real = photos.forward(batch.x());
        List<Term> terms = new ArrayList<>(List.of(
                new Term("adversarial", 1, Lsgan.loss(fake, true)),
                new Term("matching", MATCHING, FeatureMatching.loss(fake, real)),
                new Term("perceptual", PERCEPTUAL, perceptual.loss(y, batch.x())),
                new Term("kl", 1, Kl.loss(z))));
        if (batch.pairs() > 0) {
            latents.ifPresent(judge -> terms.add(new Term(
                    "latents", 1, Lsgan.loss(judge.forward(z.select(0, batch.places(true))), true))));
        }
        return new Loss(terms);
    }

    /// What the discriminator of photos wants.
    public Loss discriminator(Batch batch) {
        Tensor y = Scope.inference(
                () -> vae.decoder().forward(vae.encoder().forward(batch.x()).plus(batch.noise())));
        return Lsgan.judge(photos.forward(y), photos.forward(batch.x()));
    }

    /// What the discriminator of latents wants: synthetic photos are real to it.
    public Loss latentDiscriminator(Batch batch) {
        MultiscaleDiscriminator judge = latents.orElseThrow();
        Tensor z = Scope.inference(() -> vae.encoder().forward(batch.x()));
        if (batch.pairs() == 0) {
            return Loss.of(new Term("none", 0, Lsgan.loss(judge.forward(z), true)));
        }
        return Lsgan.judge(
                judge.forward(z.select(0, batch.places(true))), judge.forward(z.select(0, batch.places(false))));
    }

    /// Photos of a domain.
    ///
    /// @param x (N, 3, H, W) in -1 to 1
    /// @param noise standard normal numbers (N, 64, H/4, W/4)
    /// @param old for every photo, whether it is a real old one and not a synthetic one
    public record Batch(Tensor x, Tensor noise, List<Boolean> old) {
        public Batch {
            old = List.copyOf(old);
        }

        /// As many old photos as synthetic ones are compared.
        int pairs() {
            int count = (int) old.stream().filter(flag -> flag).count();
            return Math.min(count, old.size() - count);
        }

        /// The places of the first old, or synthetic, photos.
        Tensor places(boolean real) {
            int[] chosen = IntStream.range(0, old.size())
                    .filter(i -> old.get(i) == real)
                    .limit(pairs())
                    .toArray();
            float[] places = new float[chosen.length];
            IntStream.range(0, places.length).forEach(i -> places[i] = chosen[i]);
            return Tensor.of(places, places.length);
        }
    }
}
