package dev.tintype.restore;

/// How far a stage looks: what a sample of its result depends on.
public sealed interface Reach {
    /// Only on samples at most `halo` pixels away, so a tile with that margin gives what the whole photo gives.
    record Local(int halo) implements Reach {}

    /// On the whole photo.
    record Whole() implements Reach {}
}
