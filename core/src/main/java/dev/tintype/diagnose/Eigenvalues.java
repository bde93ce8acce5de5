package dev.tintype.diagnose;

import java.util.Arrays;

/// Eigenvalues of a symmetric matrix by Jacobi rotations.
final class Eigenvalues {
    private static final int SWEEPS = 12;

    private final double[] a; // (n, n)
    private final int n;

    /// @param matrix (n, n), overwritten
    Eigenvalues(double[] matrix, int n) {
        a = matrix;
        this.n = n;
    }

    /// The largest first.
    double[] descending() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(p, q);
                }
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = -a[i * n + i];
        }
        Arrays.sort(values);
        for (int i = 0; i < n; i++) {
            values[i] = -values[i];
        }
        return values;
    }

    private void rotate(int p, int q) {
        double off = a[p * n + q];
        if (Math.abs(off) < 1e-15) {
            return;
        }
        double half = (a[q * n + q] - a[p * n + p]) / (2 * off);
        double tangent = Math.copySign(1, half) / (Math.abs(half) + Math.sqrt(half * half + 1));
        double cos = 1 / Math.sqrt(tangent * tangent + 1);
        double sin = tangent * cos;
        for (int k = 0; k < n; k++) {
            double x = a[k * n + p];
            double y = a[k * n + q];
            a[k * n + p] = cos * x - sin * y;
            a[k * n + q] = sin * x + cos * y;
        }
        for (int k = 0; k < n; k++) {
            double x = a[p * n + k];
            double y = a[q * n + k];
            a[p * n + k] = cos * x - sin * y;
            a[q * n + k] = sin * x + cos * y;
        }
    }
}
