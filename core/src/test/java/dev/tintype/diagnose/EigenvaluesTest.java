package dev.tintype.diagnose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EigenvaluesTest {
    @Test
    void findsThoseOfAKnownMatrix() {
        double[] matrix = {2, 1, 0, 1, 2, 1, 0, 1, 2};
        double root = Math.sqrt(2);
        assertArrayEquals(new double[] {2 + root, 2, 2 - root}, new Eigenvalues(matrix, 3).descending(), 1e-9);
    }

    @Test
    void keepsTraceAndSquares() {
        Random random = new Random(2);
        int n = 25;
        double[] matrix = new double[n * n];
        double trace = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i * n + j] = random.nextGaussian();
                matrix[j * n + i] = matrix[i * n + j];
                squares += (i == j ? 1 : 2) * matrix[i * n + j] * matrix[i * n + j];
            }
            trace += matrix[i * n + i];
        }
        double[] values = new Eigenvalues(matrix, n).descending();
        assertEquals(trace, Arrays.stream(values).sum(), 1e-8);
        assertEquals(squares, Arrays.stream(values).map(v -> v * v).sum(), 1e-6);
    }
}
