package dev.tintype.restore.inpaint;

import dev.tintype.photo.Size;
import java.util.Arrays;
import java.util.stream.IntStream;

/// What is lost and the two pixels around it as a list of nodes that know their neighbours, so that equations are
/// solved
/// on the damage alone.
///
/// Nodes come in this order: the unknown pixels, those beside them, those beside these. The first two are the inner
/// ones;
/// only they know their neighbours. Memory: 70 bytes for each unknown pixel, 4 bytes for each pixel of the photo.
final class Surroundings {
    /// Of a pixel.
    static final int SIDES = 4;

    static final int LEFT = 0;
    static final int RIGHT = 1;
    static final int ABOVE = 2;
    static final int BELOW = 3;

    private final int[] places; // in the photo, in row order
    private final int unknown;
    private final int inner;
    private final int[] beside; // (inner, 4): left, right, above, below; the node itself where the photo ends

    Surroundings(Size size, boolean[] lost) {
        int[] nodes = new int[lost.length];
        Arrays.fill(nodes, -1);
        int[] unknowns = IntStream.range(0, lost.length).filter(i -> lost[i]).toArray();
        int[] found = Arrays.copyOf(unknowns, (int) Math.min(lost.length, 13L * unknowns.length));
        unknown = unknowns.length;
        for (int k = 0; k < unknown; k++) {
            nodes[found[k]] = k;
        }
        inner = grow(size, nodes, found, unknown);
        places = Arrays.copyOf(found, grow(size, nodes, found, inner));
        beside = new int[SIDES * inner];
        for (int i = 0; i < beside.length; i++) {
            beside[i] = nodes[neighbour(size, places[i / SIDES], i % SIDES)];
        }
    }

    /// Adds all pixels beside the first `count` nodes; how many nodes there are then.
    private static int grow(Size size, int[] nodes, int[] found, int count) {
        int end = count;
        for (int k = 0; k < count; k++) {
            for (int side = 0; side < SIDES; side++) {
                int place = neighbour(size, found[k], side);
                if (nodes[place] < 0) {
                    nodes[place] = end;
                    found[end++] = place;
                }
            }
        }
        return end;
    }

    /// The pixel beside another, or itself where the photo ends.
    ///
    /// @param side [#LEFT], [#RIGHT], [#ABOVE] or [#BELOW]
    static int neighbour(Size size, int i, int side) {
        int column = i % size.width();
        return switch (side) {
            case LEFT -> column > 0 ? i - 1 : i;
            case RIGHT -> column < size.width() - 1 ? i + 1 : i;
            case ABOVE -> i >= size.width() ? i - size.width() : i;
            default -> i < size.area() - size.width() ? i + size.width() : i;
        };
    }

    /// Number of unknown nodes, which come first.
    int unknown() {
        return unknown;
    }

    /// Number of nodes that know their neighbours.
    int inner() {
        return inner;
    }

    /// The neighbour of an inner node.
    ///
    /// @param side [#LEFT], [#RIGHT], [#ABOVE] or [#BELOW]
    int beside(int node, int side) {
        return beside[SIDES * node + side];
    }

    /// `Δu = Σ u(neighbours) − 4 u` at an inner node; the photo goes on as mirrored beyond its borders.
    double laplacian(double[] u, int node) {
        int i = SIDES * node;
        return u[beside[i]] + u[beside[i + 1]] + u[beside[i + 2]] + u[beside[i + 3]] - SIDES * u[node];
    }

    /// The samples at all nodes.
    double[] read(float[] plane) {
        return IntStream.of(places).mapToDouble(i -> plane[i]).toArray();
    }

    /// Writes the unknown samples, clipped to 0 to 1.
    void write(double[] u, float[] plane) {
        for (int k = 0; k < unknown; k++) {
            plane[places[k]] = (float) Math.clamp(u[k], 0, 1);
        }
    }
}
