package dev.tintype.diagnose;

import dev.tintype.diagnose.Diagnosis.Toning;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import java.util.ArrayList;
import java.util.List;

/// Where the tones of a photo lie.
///
/// @param luminance its brightness
/// @param channels each channel, one of grey
/// @param lights mean of each channel where the photo is brightest
/// @param shadows mean of each channel where it is darkest
/// @param colourfulness deviation of the differences between channels, in sample units
/// @param untold deviation of what the brightness does not tell of these differences: small of a photo in one tint
/// @param tint mean difference between red and blue
record Tones(
        Range luminance,
        List<Range> channels,
        List<Double> lights,
        List<Double> shadows,
        double colourfulness,
        double untold,
        double tint) {
    private static final int ENOUGH = 700_000; // samples

    /// @param darkest tone that no sample is below
    /// @param black tone below which 0.5 % of the samples are
    /// @param white tone above which 0.5 % of the samples are
    /// @param lightest tone that no sample is above
    /// @param mean of all
    /// @param blacks share of samples that are quite black, such as those of which a tint took more than there was
    /// @param whites share of samples that are quite white
    record Range(
            double darkest, double black, double white, double lightest, double mean, double blacks, double whites) {
        private static final int LEVELS = 256;
        private static final double STRAY = 0.0002; // share of samples that may lie beyond the darkest and lightest

        static Range of(Plane plane) {
            long[] counts = new long[LEVELS];
            float[] x = plane.toArray();
            int stride = stride(x.length);
            for (int i = 0; i < x.length; i += stride) {
                counts[(int) (Math.clamp(x[i], 0f, 1f) * (LEVELS - 1) + 0.5f)]++;
            }
            int all = (x.length + stride - 1) / stride;
            return new Range(
                    level(counts, STRAY * all),
                    level(counts, 0.005 * all),
                    level(counts, 0.995 * all),
                    level(counts, (1 - STRAY) * all),
                    mean(counts, all),
                    (double) counts[0] / all,
                    (double) counts[LEVELS - 1] / all);
        }

        private static double mean(long[] counts, int all) {
            double sum = 0;
            for (int level = 0; level < LEVELS; level++) {
                sum += level * counts[level];
            }
            return sum / (LEVELS - 1) / all;
        }

        private static double level(long[] counts, double rank) {
            long sum = 0;
            int level = 0;
            while (level < LEVELS - 1 && sum + counts[level] <= rank) {
                sum += counts[level++];
            }
            return level / (LEVELS - 1.0);
        }
    }

    static Tones of(Photo photo, Plane luminance) {
        Range range = Range.of(luminance);
        List<Range> channels = photo.planes().parallelStream().map(Range::of).toList();
        double light = range.black + 0.97 * (range.white - range.black);
        double shadow = range.black + 0.03 * (range.white - range.black);
        List<Double> lights = new ArrayList<>();
        List<Double> shadows = new ArrayList<>();
        float[] brightness = luminance.toArray();
        for (Plane plane : photo.planes()) {
            lights.add(mean(plane, brightness, light, 2));
            shadows.add(mean(plane, brightness, -1, shadow));
        }
        if (photo.grey()) {
            return new Tones(range, channels, lights, shadows, 0, 0, 0);
        }
        Difference warm = Difference.of(photo.planes().get(0), photo.planes().get(2), luminance);
        Difference green = Difference.of(photo.planes().get(0), photo.planes().get(1), luminance);
        return new Tones(
                range,
                channels,
                lights,
                shadows,
                Math.hypot(warm.deviation, green.deviation),
                Math.hypot(warm.untold, green.untold),
                warm.mean);
    }

    /// How its colours are.
    Toning toning() {
        if (channels.size() == 1 || (colourfulness < 0.004 && Math.abs(tint) < 0.008)) {
            return Toning.GREY;
        }
        return untold < 0.022 ? Toning.SEPIA : Toning.COLOUR;
    }

    /// Of large photos every so many-th sample tells enough; an odd number, so that it is not always the same columns.
    private static int stride(int samples) {
        return (samples / ENOUGH) | 1;
    }

    private static double mean(Plane plane, float[] brightness, double from, double to) {
        float[] x = plane.toArray();
        double sum = 0;
        int count = 0;
        for (int i = 0; i < x.length; i += stride(x.length)) {
            if (brightness[i] >= from && brightness[i] <= to) {
                sum += x[i];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /// The difference of two channels, and what a tone curve of the brightness does not explain of it.
    private record Difference(double mean, double deviation, double untold) {
        private static final int TONES = 32;

        static Difference of(Plane one, Plane other, Plane luminance) {
            double[] sums = new double[TONES];
            double[] squares = new double[TONES];
            int[] counts = new int[TONES];
            float[] a = one.toArray();
            float[] b = other.toArray();
            float[] l = luminance.toArray();
            int step = Math.max(1, a.length / 200_000);
            for (int i = 0; i < a.length; i += step) {
                int tone = (int) Math.clamp(l[i] * TONES, 0, TONES - 1);
                double difference = a[i] - b[i];
                sums[tone] += difference;
                squares[tone] += difference * difference;
                counts[tone]++;
            }
            double sum = 0;
            double square = 0;
            double rest = 0;
            int count = 0;
            for (int tone = 0; tone < TONES; tone++) {
                sum += sums[tone];
                square += squares[tone];
                count += counts[tone];
                rest += counts[tone] == 0 ? 0 : squares[tone] - sums[tone] * sums[tone] / counts[tone];
            }
            double mean = sum / count;
            return new Difference(
                    mean, Math.sqrt(Math.max(0, square / count - mean * mean)), Math.sqrt(Math.max(0, rest / count)));
        }
    }
}
