package dev.tintype.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.photo.Size;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoxMeanTest {
    @Test
    void isTheMeanOfWhatLiesInside() {
        Random random = new Random(2);
        Size size = new Size(9, 7);
        float[] samples = new float[size.area()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = random.nextFloat();
        }
        for (int radius : new int[] {0, 1, 3, 20}) {
            float[] means = BoxMean.of(size, samples, radius);
            for (int row = 0; row < size.height(); row++) {
                for (int column = 0; column < size.width(); column++) {
                    double mean = mean(size, samples, radius, row, column);
                    assertEquals(mean, means[row * size.width() + column], 1e-6);
                }
            }
        }
    }

    private static double mean(Size size, float[] samples, int radius, int row, int column) {
        double sum = 0;
        int count = 0;
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                if (Math.abs(y - row) <= radius && Math.abs(x - column) <= radius) {
                    sum += samples[y * size.width() + x];
                    count++;
                }
            }
        }
        return sum / count;
    }
}
