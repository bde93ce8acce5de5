package dev.tintype.plan;

/// How far a restoration may go.
public enum Preset {
    /// Fills what is lost and keeps every other sample bit for bit: grain, blur and tones belong to the photo.
    ARCHIVE,
    /// Takes out all that was found, for a photo to look at.
    FAMILY
}
