package dev.tintype.nn.official.prepare;

import dev.tintype.photo.Plane;

/// The 256 tones of an 8-bit photo.
public final class Levels {
    private static final float WHITE = 255;

    private Levels() {}

    /// The level nearest to a sample, 0 to 255; samples outside 0 to 1 are clipped.
    public static int of(float sample) {
        return (int) Math.clamp(sample * WHITE + 0.5f, 0f, WHITE);
    }

    /// The sample of a level, 0 to 1.
    public static float sample(int level) {
        return level / WHITE;
    }

    /// All levels of a plane in row order.
    static int[] of(Plane plane) {
        float[] samples = samples(plane);
        int[] levels = new int[samples.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = of(samples[i]);
        }
        return levels;
    }

    /// All samples of a plane in row order.
    static float[] samples(Plane plane) {
        float[] samples = new float[plane.size().area()];
        plane.copyTo(samples, 0);
        return samples;
    }
}
