package dev.tintype.train.fit;

/// How the machine is used, which changes nothing in what is learnt.
///
/// @param loaders threads that age photos while the network learns
/// @param profile whether to measure where the time goes, for which a graphics card is waited for after every part
public record Machine(int loaders, boolean profile) {
    public Machine {
        if (loaders < 1) {
            throw new IllegalArgumentException("there must be at least 1 thread to age photos, not " + loaders);
        }
    }
}
