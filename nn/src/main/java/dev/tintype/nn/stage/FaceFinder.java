package dev.tintype.nn.stage;

import dev.tintype.photo.Samples;
import java.util.Comparator;
import java.util.List;

/// Finds faces, by a network of our own or one that a user gives.
@FunctionalInterface
interface FaceFinder {
    /// By the middles of their points.
    Comparator<Face> FROM_LEFT =
            Comparator.comparingDouble(face -> face.points().centre().column());

    /// All faces, from left to right.
    List<Face> find(Samples scan);
}
