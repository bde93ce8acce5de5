package dev.tintype.train.synthesize;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;

/// One aged square with its truth.
///
/// @param aged what a scan would show
/// @param sound what it was
/// @param damage where it is covered by scratches, dust or holes
public record Sample(Photo aged, Photo sound, Mask damage) {}
