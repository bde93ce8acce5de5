package dev.tintype.train.lesson;

/// Where the samples of a lesson come from.
@FunctionalInterface
public interface Source<S> {
    /// The sample of a seed; called from several threads.
    ///
    /// @param side of the square, pixels
    S sample(int side, long seed);
}
