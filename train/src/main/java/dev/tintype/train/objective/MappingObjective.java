package dev.tintype.train.objective;

import dev.tintype.nn.official.LatentMapping;
import dev.tintype.nn.official.MultiscaleDiscriminator;
import dev.tintype.nn.official.Vae;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.train.objective.Loss.Term;
import java.util.List;

/// What the mapping of latents and its discriminator want, as in the released code. Both autoencoders stay as they are.
///
/// Source: Z. Wan et al., "Bringing Old Photos Back to Life", 2020, equations 5 and 6,
/// doi:10.1109/CVPR42600.2020.00282.
///
/// @param old encodes old photos
/// @param clean encodes and decodes clean photos
/// @param pairs judges an old photo and its restoration together
public record MappingObjective(
        Vae old, LatentMapping mapping, Vae clean, MultiscaleDiscriminator pairs, Perceptual perceptual) {
    private static final double LATENT = 60;
    private static final double MATCHING = 10;
    private static final double PERCEPTUAL = 10;

    /// What the mapping wants.
    public Loss generator(Batch batch) {
        Tensor z = Scope.inference(() -> old.encoder().forward(batch.x())); // (N, 64, H/4, W/4)
        Tensor wanted = Scope.inference(() -> clean.encoder().forward(batch.y()));
        Tensor found = mapping.translate(z, batch.mask());
        Tensor painted = clean.decoder().forward(found); // (N, 3, H, W)
        List<List<Tensor>> fake = pairs.forward(pair(batch.x(), painted));
        List<List<Tensor>> real = pairs.forward(pair(batch.x(), batch.y()));
        return Loss.of(
                new Term("latent", LATENT, found.minus(wanted).abs().mean()),
                new Term("adversarial", 1, Lsgan.loss(fake, true)),
                new Term("matching", MATCHING, FeatureMatching.loss(fake, real)),
                new Term("perceptual", PERCEPTUAL, perceptual.loss(painted, batch.y())));
    }

    /// What the discriminator wants.
    public Loss discriminator(Batch batch) {
        Tensor painted = Scope.inference(() ->
                clean.decoder().forward(mapping.translate(old.encoder().forward(batch.x()), batch.mask())));
        return Lsgan.judge(pairs.forward(pair(batch.x(), painted)), pairs.forward(pair(batch.x(), batch.y())));
    }

    private static Tensor pair(Tensor old, Tensor clean) {
        return Tensor.cat(List.of(old, clean), 1); // (N, 6, H, W)
    }

    /// Old photos and what they should look like.
    ///
    /// @param x old photos (N, 3, H, W) in -1 to 1, holes white
    /// @param y clean photos of the same shape
    /// @param mask holes (N, 1, H, W), 1 is a hole
    public record Batch(Tensor x, Tensor y, Tensor mask) {}
}
