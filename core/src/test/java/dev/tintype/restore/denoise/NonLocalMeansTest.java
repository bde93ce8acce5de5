package dev.tintype.restore.denoise;

import org.junit.jupiter.api.Test;

class NonLocalMeansTest {
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
