package dev.tintype.read;

import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;

/// What samples a decoder is about to deliver.
///
/// @param size     as stored in the file, before it is turned upright
/// @param channels 1 (grey) or 3 (red, green, blue)
/// @param alpha    whether opacity follows as one more channel
record Layout(Size size, int channels, boolean alpha, Depth depth) {
    /// The channels with opacity.
    int allChannels() {
        return channels + (alpha ? 1 : 0);
    }
}
