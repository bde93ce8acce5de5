package dev.tintype.train.synthesize;

/// Squares for a network that mends photos: as it will see them, but for what is lost, which is not filled yet.
@FunctionalInterface
public interface Crops {
    /// The square of a seed.
    ///
    /// @param side pixels
    MendedCrop sample(int side, long seed);
}
