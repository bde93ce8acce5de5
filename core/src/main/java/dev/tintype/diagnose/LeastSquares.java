package dev.tintype.diagnose;

/// Symmetric positive systems of linear equations, as least squares make them, by the method of Cholesky.
final class LeastSquares {
    private LeastSquares() {}

    /// The solution.
    ///
    /// @param equations a row for each unknown: the matrix, of which the lower left half is read and
    ///     written, then the right side
    static double[] solve(double[][] equations) {
        int n = equations.length;
        for (int k = 0; k < n; k++) {
            for (int l = 0; l <= k; l++) {
                double rest = equations[k][l];
                for (int m = 0; m < l; m++) {
                    rest -= equations[k][m] * equations[l][m];
                }
                equations[k][l] = k == l ? Math.sqrt(Math.max(Double.MIN_NORMAL, rest)) : rest / equations[l][l];
            }
        }
        double[] solution = new double[n];
        for (int k = 0; k < n; k++) {
            double rest = equations[k][n];
            for (int m = 0; m < k; m++) {
                rest -= equations[k][m] * solution[m];
            }
            solution[k] = rest / equations[k][k];
        }
        for (int k = n - 1; k >= 0; k--) {
            double rest = solution[k];
            for (int m = k + 1; m < n; m++) {
                rest -= equations[m][k] * solution[m];
            }
            solution[k] = rest / equations[k][k];
        }
        return solution;
    }
}
