package dev.tintype.restore.denoise;

import dev.tintype.photo.Size;
import java.util.stream.IntStream;

/// Means over a wide, soft window, with a weight for each sample: two boxes one after the other along rows and along
/// columns, whose sums are updated from place to place, so that time does not grow with the window.
final class WideMean {
    private final Size size;
    private final float[] weights;
    private final int radius;
    private final float[] sums; // of weights

    /// @param weights of the samples, 0 for those that do not count
    /// @param radius of the window, pixels
    WideMean(Size size, float[] weights, int radius) {
        this.size = size;
        this.weights = weights;
        this.radius = Math.max(1, radius / 2);
        this.sums = smoothed(weights);
    }

    /// The weighted means around every sample; 0 where nothing counts.
    float[] of(float[] samples) {
        float[] weighted = new float[samples.length];
        for (int i = 0; i < weighted.length; i++) {
            weighted[i] = weights[i] * samples[i];
        }
        float[] result = smoothed(weighted);
        for (int i = 0; i < result.length; i++) {
            result[i] = sums[i] > 1e-3f ? result[i] / sums[i] : 0;
        }
        return result;
    }

    private float[] smoothed(float[] samples) {
        float[] result = samples.clone();
        int width = size.width();
        int height = size.height();
        IntStream.range(0, height).parallel().forEach(row -> twice(result, row * width, 1, width));
        IntStream.range(0, width).parallel().forEach(column -> twice(result, column, width, height));
        return result;
    }

    private void twice(float[] samples, int at, int stride, int length) {
        float[] line = new float[length];
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < length; i++) {
                line[i] = samples[at + i * stride];
            }
            double sum = 0;
            for (int i = 0; i < Math.min(radius, length); i++) {
                sum += line[i];
            }
            for (int i = 0; i < length; i++) {
                sum += i + radius < length ? line[i + radius] : 0;
                sum -= i - radius - 1 >= 0 ? line[i - radius - 1] : 0;
                samples[at + i * stride] = (float) (sum / (2 * radius + 1));
            }
        }
    }
}
