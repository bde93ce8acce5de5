package dev.tintype.nn.official.prepare;

import dev.tintype.photo.Plane;

/// The smallest sample of a square around every pixel; what lies outside the photo does not count.
///
/// @param radius pixels from the middle of the square to its edge
public record Erosion(int radius) {
    public Plane apply(Plane plane) {
        return new Dilation(radius).apply(plane.map(sample -> -sample)).map(sample -> -sample);
    }
}
