package dev.tintype.train.synthesize;

/// Where what a network learns on comes from.
@FunctionalInterface
public interface Source<S> {
    /// The sample of a seed; called from several threads.
    ///
    /// @param side of the square, pixels
    S sample(int side, long seed);
}
