package dev.tintype.web.store;

/// A face that was found in a photo, as a rectangle in its pixels.
///
/// @param sureness that it is one, 0 to 1
public record StoredFace(int row, int column, int width, int height, double sureness) {}
