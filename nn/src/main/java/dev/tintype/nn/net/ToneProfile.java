package dev.tintype.nn.net;

import java.util.Arrays;

/// The tones of a photo in [#LENGTH] numbers: its samples in order of luminance fall into bins, fine at both ends; of
/// each
/// bin the mean red, green and blue and how far red and blue scatter around green.
///
/// It says which colour black and white have, how far they are apart and how colourful the photo is, but not what is in
/// it; so a network cannot learn the photos by heart.
public final class ToneProfile {
    private static final double[] EDGES = {
        0, 0.005, 0.01, 0.02, 0.04, 0.07, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75,
        0.8, 0.85, 0.9, 0.93, 0.96, 0.98, 0.99, 0.995, 1
    };
    private static final int EACH = 5; // numbers of a bin
    private static final float SCALE = 4; // brings the numbers to about unit variance

    /// How many numbers a profile has.
    public static final int LENGTH = EACH * (EDGES.length - 1);

    private ToneProfile() {}

    /// The profile of (3, n) samples, 0 to 1.
    public static float[] of(float[] samples) {
        int count = samples.length / 3;
        long[] order = new long[count]; // luminance in the upper half, place in the lower
        for (int i = 0; i < count; i++) {
            float luminance = 0.299f * samples[i] + 0.587f * samples[count + i] + 0.114f * samples[2 * count + i];
            order[i] = (long) Float.floatToIntBits(Math.max(0, luminance)) << 32 | i;
        }
        Arrays.sort(order);
        float[] profile = new float[LENGTH];
        for (int bin = 0; bin < EDGES.length - 1; bin++) {
            int from = Math.min(count - 1, (int) (EDGES[bin] * count));
            int to = Math.max(from + 1, (int) (EDGES[bin + 1] * count));
            describe(samples, order, from, to, profile, EACH * bin);
        }
        return profile;
    }

    private static void describe(float[] samples, long[] order, int from, int to, float[] profile, int offset) {
        int count = order.length;
        double[] sums = new double[EACH];
        for (int k = from; k < to; k++) {
            int i = (int) order[k];
            float red = samples[i];
            float green = samples[count + i];
            float blue = samples[2 * count + i];
            sums[0] += red;
            sums[1] += green;
            sums[2] += blue;
            sums[3] += (red - green) * (red - green);
            sums[4] += (blue - green) * (blue - green);
        }
        double[] means = Arrays.stream(sums).map(sum -> sum / (to - from)).toArray();
        double warm = means[0] - means[1];
        double cold = means[2] - means[1];
        for (int c = 0; c < 3; c++) {
            profile[offset + c] = SCALE * (float) (means[c] - 0.5);
        }
        profile[offset + 3] = SCALE * (float) Math.sqrt(Math.max(0, means[3] - warm * warm));
        profile[offset + 4] = SCALE * (float) Math.sqrt(Math.max(0, means[4] - cold * cold));
    }
}
