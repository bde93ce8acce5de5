package dev.tintype.restore.denoise;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class NonLocalMeansTest {
    @Test
    void keepsItsPromises() {
        StageContract.assertKept(new NonLocalMeans(0.1, 0.6, 2, 4));
        StageContract.assertNothing(new NonLocalMeans(0, 0.6, 2, 4));
        assertThrows(IllegalArgumentException.class, () -> new NonLocalMeans(Double.NaN, 1, 2, 4));
        assertThrows(IllegalArgumentException.class, () -> new NonLocalMeans(0.1, Double.NaN, 2, 4));
    }

    @Test
    void tilesMeet() {
        StageContract.assertTilesMeet(new NonLocalMeans(0.1, 0.6, 2, 6));
    }

    @Test
    void restoresAsWellAsTheBestOfItsKind() {
        ClassicalBench.assertRestores("camera__gauss10", 33.2, usual(10)); // scikit-image 33.29
        ClassicalBench.assertRestores("camera__gauss25", 29.1, usual(25)); // 29.10
        ClassicalBench.assertRestores("camera__gauss50", 26.35, usual(50)); // OpenCV 25.43
        ClassicalBench.assertRestores("astronaut__gauss25", 29.9, usual(25)); // 29.27
    }

    private static NonLocalMeans usual(double sigma) {
        return new NonLocalMeans(sigma / 255, 0.75, 2, 8);
    }
}
