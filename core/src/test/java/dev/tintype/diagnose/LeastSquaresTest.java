package dev.tintype.diagnose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class LeastSquaresTest {
    @Test
    void solvesASymmetricSystem() {
        double[][] equations = {{4, 2, -1, 4 + 4 - 3}, {2, 5, 1, 2 + 10 + 3}, {-1, 1, 3, -1 + 2 + 9}};
        assertArrayEquals(new double[] {1, 2, 3}, LeastSquares.solve(equations), 1e-9);
    }
}
