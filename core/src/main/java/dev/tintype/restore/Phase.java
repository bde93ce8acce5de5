package dev.tintype.restore;

/// The order of work.
public enum Phase {
    /// Fill what is lost first: every later stage would smear a scratch into its neighbours.
    INPAINT,
    /// Noise and blur.
    DENOISE,
    /// After noise is gone, which stretched tones would amplify.
    TONE
}
