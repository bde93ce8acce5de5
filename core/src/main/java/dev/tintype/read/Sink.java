package dev.tintype.read;

/// Takes samples as a decoder finds them, so that no second copy of a huge picture is needed.
interface Sink {
    /// Told once, before the first sample.
    ///
    /// @throws Unreadable if such a picture is not wanted
    void begin(Layout layout) throws Unreadable;

    /// Takes a sample.
    ///
    /// @param channel that of [Layout]; the last is opacity if there is any
    /// @param row     as stored in the file
    /// @param column  as stored in the file
    /// @param raw     the file's number: 0 to 255, 0 to 65535, or a float
    void put(int channel, int row, int column, float raw);
}
