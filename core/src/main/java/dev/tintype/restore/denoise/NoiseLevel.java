package dev.tintype.restore.denoise;

/// How strong noise is at each brightness, relative to its nominal deviation.
interface NoiseLevel {
    /// The same everywhere.
    NoiseLevel EVEN = _ -> 1;

    /// The factor where samples are `mean` on average, sample units.
    float at(float mean);
}
