package dev.tintype.restore;

/// How far a stage looks: what a sample of its result depends on.
public sealed interface Reach {
    /// Only on samples at most `halo` pixels away, so a tile with that margin gives what the whole photo gives.
    record Local(int halo) implements Reach {}

    /// On the whole photo, but hardly on samples more than `halo` pixels away. Huge scans are done in tiles with that
    /// margin, which differ by less than 1/255 from the whole, but for one sample in three hundred.
    record Fading(int halo) implements Reach {}

    /// On the whole photo.
    record Whole() implements Reach {}
}
