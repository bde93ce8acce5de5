package dev.tintype.nn.official;

/// Where a product should not do what the release does with a photo around its networks.
///
/// @param resample bring the photo to a size the networks take by resampling, and leave it at that size; else its
///     borders are mirrored outwards and cut off afterwards, so that size and geometry stay and nothing is blurred
/// @param stretchTones stretch the tones of the result to the full range, which changes the exposure
public record Manner(boolean resample, boolean stretchTones) {
    /// To the last sample what the release does.
    public static final Manner RELEASE = new Manner(true, true);

    /// Same size, same exposure.
    public static final Manner KEEPING = new Manner(false, false);
}
