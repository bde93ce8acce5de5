package dev.tintype.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MediansTest {
    @Test
    void isWhatSortingSays() {
        Random random = new Random(3);
        for (int length = 1; length < 60; length++) {
            float[] values = new float[length];
            for (int i = 0; i < length; i++) {
                values[i] = random.nextInt(1 + length / 2); // with many the same
            }
            float[] sorted = values.clone();
            Arrays.sort(sorted);
            float expected = (sorted[(length - 1) / 2] + sorted[length / 2]) / 2;
            assertEquals(expected, Medians.middle(values), () -> Arrays.toString(sorted));
        }
    }
}
