package dev.tintype.restore.denoise;

/// Refuses options that are out of range.
final class Options {
    private Options() {}

    /// @throws IllegalArgumentException where `value` is not a number from `least` to `most`
    static void require(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("%s may be %s to %s; it was %s".formatted(name, least, most, value));
        }
    }
}
