package dev.tintype.restore.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockTransformTest {
    private static final List<BlockTransform> ALL = List.of(new CosineBlock(), new BiorthogonalBlock());

    @Test
    void inversesInvert() {
        Random random = new Random(4);
        for (BlockTransform transform : ALL) {
            float[] block = new float[BlockTransform.AREA];
            for (int i = 0; i < block.length; i++) {
                block[i] = random.nextFloat();
            }
            float[] work = block.clone();
            transform.forward(work);
            transform.inverse(work);
            assertArrayEquals(block, work, 1e-5f);
        }
    }

    @Test
    void theFirstCoefficientIsEightTimesTheMean() {
        for (BlockTransform transform : ALL) {
            float[] block = new float[BlockTransform.AREA];
            Arrays.fill(block, 0.25f);
            transform.forward(block);
            assertEquals(2, block[0], 1e-6f);
            assertEquals(0, block[9], 1e-6f);
        }
    }

    @Test
    void cosinesAreThoseOfTheFormula() {
        float[] block = new float[BlockTransform.AREA];
        block[3 * 8 + 5] = 1;
        new CosineBlock().forward(block);
        for (int k = 0; k < 8; k++) {
            for (int l = 0; l < 8; l++) {
                assertEquals(cosine(k, 3) * cosine(l, 5), block[k * 8 + l], 1e-6);
            }
        }
    }

    private static double cosine(int k, int n) {
        return (k == 0 ? Math.sqrt(0.125) : 0.5) * Math.cos(Math.PI * (2 * n + 1) * k / 16);
    }

    @Test
    void whiteNoiseIsTheSameInEveryCosine() {
        for (float deviation : BlockNoise.white(0.1, NoiseLevel.EVEN).deviations(new CosineBlock())[0]) {
            assertEquals(0.1, deviation, 1e-5);
        }
    }

    @Test
    void smoothNoiseIsInSlowCosines() {
        float[] deviations = new BlockNoise(0.1, 1, NoiseLevel.EVEN, 1).deviations(new CosineBlock())[1];
        double sum = 0;
        for (float deviation : deviations) {
            sum += deviation * deviation;
        }
        assertEquals(64 * 0.1 * 0.1, sum, 1e-4); // an orthonormal transform keeps the whole
        assertEquals(0, deviations[63], 0.01);
    }
}
