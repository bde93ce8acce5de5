package dev.tintype.measure;

import java.util.Arrays;
import java.util.Random;

/// How far two clouds of points are from each other: the way that the points of one must go, on average, to become the
/// other, seen along many directions.
///
/// `d² = Σ over an orthonormal basis θ of W₂²(⟨θ, a⟩, ⟨θ, b⟩)`, averaged over random bases, where `W₂²` between as many
/// numbers is the mean square of the differences once both are sorted. A cloud that is moved is as far away as it was
/// moved.
///
/// Source: N. Bonneel et al., "Sliced and Radon Wasserstein Barycenters of Measures", 2015,
/// doi:10.1007/s10851-014-0506-3. Unlike the paper: directions come as bases, and their distances are summed and not
/// averaged, so that clouds of more dimensions are not nearer for that.
///
/// @param bases random bases; more make the number steadier
/// @param seed of them
public record SlicedWasserstein(int bases, long seed) {
    /// The distance, in the units of the points.
    ///
    /// @param a points, one after the other
    /// @param b as many points
    /// @param dimensions numbers of a point
    public double distance(float[] a, float[] b, int dimensions) {
        if (a.length != b.length || a.length == 0 || a.length % dimensions != 0) {
            throw new IllegalArgumentException("there must be as many points on both sides: %d and %d numbers in %d"
                            .formatted(a.length, b.length, dimensions)
                    + " dimensions");
        }
        Random random = new Random(seed);
        double sum = 0;
        for (int i = 0; i < bases; i++) {
            for (double[] direction : basis(dimensions, random)) {
                sum += squared(projected(a, direction), projected(b, direction));
            }
        }
        return Math.sqrt(sum / bases);
    }

    private static double squared(double[] a, double[] b) {
        Arrays.sort(a);
        Arrays.sort(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum / a.length;
    }

    private static double[] projected(float[] points, double[] direction) {
        double[] places = new double[points.length / direction.length];
        for (int i = 0; i < points.length; i++) {
            places[i / direction.length] += points[i] * direction[i % direction.length];
        }
        return places;
    }

    /// Directions at right angles to each other, each way as likely (Gram and Schmidt on normal numbers).
    private static double[][] basis(int dimensions, Random random) {
        double[][] basis = new double[dimensions][dimensions];
        for (int i = 0; i < dimensions; i++) {
            double[] direction = basis[i];
            Arrays.setAll(direction, _ -> random.nextGaussian());
            for (int j = 0; j < i; j++) {
                double[] other = basis[j];
                double along = dot(direction, other);
                Arrays.setAll(direction, k -> direction[k] - along * other[k]);
            }
            double length = Math.sqrt(dot(direction, direction));
            Arrays.setAll(direction, k -> direction[k] / length);
        }
        return basis;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
