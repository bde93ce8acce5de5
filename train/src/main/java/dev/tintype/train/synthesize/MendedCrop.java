package dev.tintype.train.synthesize;

import dev.tintype.photo.Photo;

/// A square as a network sees it that mends what other stages have left.
///
/// @param sample as they left it, its truth, and what is lost
/// @param scan as it came, before those stages
public record MendedCrop(Sample sample, Photo scan) {}
