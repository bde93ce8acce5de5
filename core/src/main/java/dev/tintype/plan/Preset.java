package dev.tintype.plan;

/// How far a restoration may go.
public enum Preset {
    /// Fills what is lost and keeps every other sample bit for bit: grain, blur and tones belong to the photo.
    ARCHIVE,
    /// Takes out all that was found, for a photo to look at.
    FAMILY,
    /// What was done before networks, one stage after the other: a denoiser for the kind of noise, then filling, then
    /// the rest. Only what is lost may be found by a network. It is what the networks are compared with.
    SEQUENTIAL
}
