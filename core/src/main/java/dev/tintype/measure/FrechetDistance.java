package dev.tintype.measure;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/// How far two clouds of points are from each other if both are taken for normal: with means μ and covariances Σ,
/// `d = |μ₁ − μ₂|² + tr(Σ₁ + Σ₂ − 2 (Σ₁ Σ₂)^½)`, in the units of the points squared.
///
/// Of features of Inception-v3 it is the FID. With `Σᵢ = Aᵢ Aᵢᵀ` of centred points, the trace of the root is the sum of
/// the singular values of `A₁ᵀ A₂`, which is as large as there are points and not as there are dimensions.
///
/// Source: D. C. Dowson and B. V. Landau, "The Fréchet distance between multivariate normal distributions", 1982,
/// doi:10.1016/0047-259X(82)90077-X; M. Heusel et al., "GANs Trained by a Two Time-Scale Update Rule", 2017,
/// arXiv:1706.08500.
public final class FrechetDistance {
    private FrechetDistance() {}

    /// The distance of two clouds.
    ///
    /// @param one at least two points of as many numbers each
    /// @param other likewise, not necessarily as many
    public static double of(double[][] one, double[][] other) {
        if (Math.min(one.length, other.length) < 2) {
            throw new IllegalArgumentException(
                    "there must be at least two points on each side: %d and %d".formatted(one.length, other.length));
        }
        double[] here = mean(one);
        double[] there = mean(other);
        double apart = 0;
        for (int i = 0; i < here.length; i++) {
            apart += (here[i] - there[i]) * (here[i] - there[i]);
        }
        RealMatrix a = centred(one, here);
        RealMatrix b = centred(other, there);
        double root = Arrays.stream(new SingularValueDecomposition(a.multiply(b.transpose())).getSingularValues())
                .sum();
        return apart + square(a) + square(b) - 2 * root;
    }

    private static double[] mean(double[][] points) {
        double[] mean = new double[points[0].length];
        for (double[] point : points) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += point[i] / points.length;
            }
        }
        return mean;
    }

    /// A point a row, so that the covariance is the transpose times this.
    private static RealMatrix centred(double[][] points, double[] mean) {
        double scale = 1 / Math.sqrt(points.length - 1);
        double[][] rows = new double[points.length][mean.length];
        for (int k = 0; k < points.length; k++) {
            for (int i = 0; i < mean.length; i++) {
                rows[k][i] = scale * (points[k][i] - mean[i]);
            }
        }
        return new Array2DRowRealMatrix(rows, false);
    }

    private static double square(RealMatrix matrix) {
        double norm = matrix.getFrobeniusNorm();
        return norm * norm;
    }
}
