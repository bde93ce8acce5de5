package dev.tintype.restore;

/// The order of work.
public enum Phase {
    /// Fill what is lost first: every later stage would smear a scratch into its neighbours.
    INPAINT,
    /// Noise.
    DENOISE,
    /// Blur, once the noise that sharpening would amplify is known or gone.
    DEBLUR,
    /// After noise is gone, which stretched tones would amplify.
    TONE,
    /// Last of all: grain that is put back on purpose must be neither sharpened nor stretched.
    GRAIN
}
