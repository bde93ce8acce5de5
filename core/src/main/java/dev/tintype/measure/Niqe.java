package dev.tintype.measure;

import dev.tintype.photo.Photo;

/// Natural image quality evaluator, which needs no truth: how far the statistics of a photo's patches lie from those of
/// sound photos, 0 or more. Sharp sound photos have about 3, damage raises it; a photo that was smoothed too much
/// scores badly as well.
///
/// Each patch of 96 x 96 pixels gives 36 numbers about the distribution of locally normalised luminance and of products
/// of neighbours, at two scales. A Gaussian is fitted to those of the photo, and compared with one that was fitted to
/// sharp patches of sound photos: `√((ν₁ - ν₂)ᵀ ((Σ₁ + Σ₂) / 2)⁻¹ (ν₁ - ν₂))`.
///
/// Source: A. Mittal, R. Soundararajan and A. C. Bovik, "Making a 'Completely Blind' Image Quality Analyzer", 2013,
/// doi:10.1109/LSP.2012.2227726; what it leaves open as in the authors' code.
///
/// Unlike the paper: the sound photos are others, so scores compare with each other but not with those of the paper;
/// and
/// samples that equal their neighbourhood are neither above nor below it, where in the authors' code rounding errors
/// decide.
///
/// @param sound what sound photos look like
public record Niqe(NaturalScenes sound) implements Metric.NoReference {
    /// With the model of sound photos that comes with Tintype.
    public Niqe() {
        this(NaturalScenes.shipped());
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }

    /// The distance.
    ///
    /// @throws IllegalArgumentException where the photo has not two patches that are not flat
    @Override
    public double score(Photo restored) {
        return NaturalScenes.of(restored).distance(sound);
    }
}
