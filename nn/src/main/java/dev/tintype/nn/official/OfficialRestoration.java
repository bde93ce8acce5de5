package dev.tintype.nn.official;

import dev.tintype.nn.layer.Layer;
import dev.tintype.nn.official.prepare.Dilation;
import dev.tintype.nn.official.prepare.HolePainting;
import dev.tintype.nn.official.prepare.Padding;
import dev.tintype.nn.official.prepare.PilResize;
import dev.tintype.nn.official.prepare.PilResize.Filter;
import dev.tintype.nn.official.prepare.RoundedSize;
import dev.tintype.nn.official.prepare.ToneStretch;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.restore.Phase;
import dev.tintype.restore.Reach;
import dev.tintype.restore.Stage;
import java.util.List;
import java.util.Optional;

/// Restores a whole photo through latent codes: the code of the old photo, translated to the code of a clean one. Every
/// pixel is painted anew, also where nothing was wrong. A grey photo stays grey.
///
/// Source: Z. Wan et al., "Bringing Old Photos Back to Life", 2020, doi:10.1109/CVPR42600.2020.00282.
///
/// @param old the autoencoder of old photos, of which the encoder is used
/// @param clean the autoencoder of clean photos, of which the decoder is used
/// @param detector finds the holes of photos that come without a mask
/// @param growth by how many pixels holes are widened before they are filled
public record OfficialRestoration(
        Vae old, LatentMapping mapping, Vae clean, Optional<ScratchDetector> detector, int growth, Manner manner)
        implements Stage {
    /// The networks mirror latents, which works from two of their pixels on.
    private static final int LEAST = 2 * Vae.MULTIPLE;

    /// For photos without holes.
    public static OfficialRestoration ofQuality(OfficialWeights weights, Manner manner) {
        return new OfficialRestoration(
                weights.vae(OfficialWeights.VAE_A),
                weights.quality(),
                weights.vae(OfficialWeights.VAE_B_QUALITY),
                Optional.empty(),
                0,
                manner);
    }

    /// For photos with scratches, which it finds by itself.
    public static OfficialRestoration ofScratches(OfficialWeights weights, Manner manner) {
        return new OfficialRestoration(
                weights.vae(OfficialWeights.VAE_A),
                weights.scratch(),
                weights.vae(OfficialWeights.VAE_B_SCRATCH),
                Optional.of(ScratchDetector.of(weights.detector())),
                0,
                manner);
    }

    /// For large photos with scratches.
    public static OfficialRestoration ofLargePhotos(OfficialWeights weights, Manner manner) {
        return new OfficialRestoration(
                weights.vae(OfficialWeights.VAE_A),
                weights.patches(),
                weights.vae(OfficialWeights.VAE_B_SCRATCH),
                Optional.of(ScratchDetector.of(weights.detector())),
                3,
                manner);
    }

    @Override
    public Phase phase() {
        return fills() ? Phase.INPAINT : Phase.DENOISE;
    }

    @Override
    public Reach reach() {
        return new Reach.Whole();
    }

    @Override
    public Photo apply(Photo photo) {
        if (manner.resample()) {
            Photo fitting = resampled(photo);
            return restored(fitting, holes(fitting));
        }
        return apply(photo, holes(photo));
    }

    /// Restores a photo whose holes are known; networks for photos without holes do not look at them.
    ///
    /// @param mask of the photo's size; above 0 is a hole
    public Photo apply(Photo photo, Mask mask) {
        if (!photo.size().equals(mask.size())) {
            throw new IllegalArgumentException("photo %s, mask %s".formatted(photo.size(), mask.size()));
        }
        if (manner.resample()) {
            Photo fitting = resampled(photo);
            Mask holes = new Mask(new PilResize(fitting.size(), Filter.NEAREST).apply(mask.damage()));
            return restored(fitting, holes);
        }
        Padding padding = Padding.to(photo.size(), mapping.multiple(), LEAST);
        return padding.cut(restored(padding.pad(photo), new Mask(padding.pad(mask.damage()))));
    }

    private Photo restored(Photo photo, Mask mask) {
        Photo clean = fills() ? filled(photo, mask) : translated(photo, mask);
        return manner.stretchTones() ? ToneStretch.apply(clean) : clean;
    }

    private Photo filled(Photo photo, Mask mask) {
        Plane holes = mask.damage().map(sample -> sample > 0 ? 1 : 0);
        Mask grown = new Mask(growth == 0 ? holes : new Dilation(growth).apply(holes));
        return translated(HolePainting.apply(photo, grown), grown);
    }

    private Photo translated(Photo photo, Mask mask) {
        try (Scope _ = Scope.open()) {
            Tensor y = Scope.inference(() -> {
                Tensor holes = Pixels.ofMasks(List.of(mask)); // (1, 1, H, W)
                Layer all = Layer.chain(old.encoder(), z -> mapping.translate(z, holes), clean.decoder());
                return all.forward(Pixels.of(List.of(photo)));
            });
            return Pixels.photo(y, photo.grey());
        }
    }

    private Mask holes(Photo photo) {
        return detector.map(scratches -> scratches.detect(photo)).orElseGet(() -> Mask.nothing(photo.size()));
    }

    private Photo resampled(Photo photo) {
        Size size = RoundedSize.of(photo.size(), fills() ? ScratchUnet.MULTIPLE : Vae.MULTIPLE);
        return new PilResize(size, fills() ? Filter.BICUBIC : Filter.BILINEAR).apply(photo);
    }

    private boolean fills() {
        return !(mapping instanceof QualityMapping);
    }
}
