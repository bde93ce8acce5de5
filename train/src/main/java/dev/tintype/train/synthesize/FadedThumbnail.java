package dev.tintype.train.synthesize;

import dev.tintype.photo.Photo;

/// A thumbnail of a photo that has faded, or has not.
///
/// @param aged as mending leaves it
/// @param sound what it was
/// @param faded whether it has lost tones that anybody would miss
public record FadedThumbnail(Photo aged, Photo sound, boolean faded) {}
