package dev.tintype.diagnose;

import dev.tintype.photo.Plane;
import java.util.Arrays;
import java.util.stream.IntStream;

/// How strong white noise is, from the patches with the weakest texture: their covariance has one eigenvalue, the
/// noise variance, wherever nothing but noise varies, so the largest eigenvalues are dropped until the mean of the rest
/// is their median. Patches that are nearly black or white are left out, since clipped noise is weaker, and those
/// of one number throughout, since frames and what was cut out have no noise at all.
///
/// Within 3 % for sigma from 5/255 on; about 1/255 where there is no noise, since some texture is read as noise.
///
/// Source: G. Chen, F. Zhu, P. A. Heng, "An Efficient Statistical Method for Image Noise Level Estimation", 2015,
/// doi:10.1109/ICCV.2015.62; the choice of patches: X. Liu, M. Tanaka, M. Okutomi, "Single-Image Noise Level Estimation
/// for Blind Denoising", 2013, doi:10.1109/TIP.2013.2283400
public final class NoiseLevel {
    private static final int SIDE = 5;
    private static final int LENGTH = SIDE * SIDE;
    private static final int TERMS = 2 * SIDE * (SIDE - 2); // differences in a patch
    private static final int MOST = 60_000; // patches that are looked at
    private static final int FEWEST = 10 * LENGTH; // patches that a covariance needs
    private static final double LIMIT = 1 + 2.33 * Math.sqrt(2.0 / TERMS) * 1.25; // of the energy of noise alone
    private static final double FLOOR = 0.05 / (255.0 * 255); // variance

    private final float[] x;
    private final int width;
    private final int[] place;
    private final double[] energy;
    private final double[] mean;

    private NoiseLevel(Plane plane) {
        x = plane.toArray();
        width = plane.size().width();
        int rows = plane.size().height() - SIDE + 1;
        int columns = width - SIDE + 1;
        int step = Math.max(1, (int) Math.ceil(Math.sqrt((double) rows * columns / MOST)));
        int across = (columns + step - 1) / step;
        int count = (rows + step - 1) / step * across;
        int[] all = IntStream.range(0, count)
                .map(p -> p / across * step * width + p % across * step)
                .toArray();
        int[] varied = Arrays.stream(all).filter(this::varies).toArray();
        place = varied.length < FEWEST ? all : varied;
        energy = new double[place.length];
        mean = new double[place.length];
        for (int p = 0; p < place.length; p++) {
            measure(p);
        }
    }

    /// The standard deviation in sample units; 0 for a plane smaller than a patch.
    public static double sigma(Plane plane) {
        if (plane.size().width() < SIDE || plane.size().height() < SIDE) {
            return 0;
        }
        return Math.sqrt(new NoiseLevel(plane).variance());
    }

    private boolean varies(int start) {
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                if (x[start + row * width + column] != x[start]) {
                    return true;
                }
            }
        }
        return false;
    }

    private void measure(int p) {
        double squares = 0;
        double sum = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                int i = place[p] + row * width + column;
                sum += x[i];
                double across = column < 2 ? 0 : x[i] - x[i - 2];
                double down = row < 2 ? 0 : x[i] - x[i - 2 * width];
                squares += across * across + down * down;
            }
        }
        energy[p] = squares;
        mean[p] = sum / LENGTH;
    }

    private double variance() {
        double[] sorted = energy.clone();
        Arrays.sort(sorted);
        double variance = Math.max(sorted[sorted.length / 20] / TERMS / 2, FLOOR);
        for (int round = 0; round < 4; round++) {
            double next = Math.max(ofFlattest(variance, sorted), FLOOR / 50);
            boolean settled = Math.abs(next - variance) < 0.005 * variance;
            variance = next;
            if (settled) {
                break;
            }
        }
        return variance;
    }

    private double ofFlattest(double variance, double[] sorted) {
        double limit = 2 * variance * TERMS * LIMIT;
        double margin = 2.2 * Math.sqrt(variance) + 1 / 255.0;
        int[] chosen = choose(limit, margin);
        if (chosen.length < FEWEST) {
            chosen = choose(limit, 0);
        }
        if (chosen.length < FEWEST) {
            chosen = choose(Math.nextUp(sorted[Math.min(sorted.length - 1, FEWEST)]), 0);
        }
        double[] values = new Eigenvalues(covariance(chosen), LENGTH).descending();
        return rest(values);
    }

    private int[] choose(double limit, double margin) {
        int[] chosen = new int[place.length];
        int count = 0;
        for (int p = 0; p < place.length; p++) {
            if (energy[p] < limit && mean[p] >= margin && mean[p] <= 1 - margin) {
                chosen[count++] = place[p];
            }
        }
        return Arrays.copyOf(chosen, count);
    }

    private double[] covariance(int[] chosen) {
        int step = Math.max(1, chosen.length / 12_000);
        int used = Math.max(1, (chosen.length + step - 1) / step);
        double[] sum = new double[LENGTH];
        double[] products = new double[LENGTH * LENGTH];
        double[] patch = new double[LENGTH];
        for (int c = 0; c < chosen.length; c += step) {
            for (int k = 0; k < LENGTH; k++) {
                patch[k] = x[chosen[c] + k / SIDE * width + k % SIDE];
                sum[k] += patch[k];
                for (int l = 0; l <= k; l++) {
                    products[k * LENGTH + l] += patch[k] * patch[l];
                }
            }
        }
        for (int k = 0; k < LENGTH; k++) {
            for (int l = 0; l <= k; l++) {
                double covariance = products[k * LENGTH + l] / used - sum[k] / used * sum[l] / used;
                products[k * LENGTH + l] = covariance;
                products[l * LENGTH + k] = covariance;
            }
        }
        return products;
    }

    private static double rest(double[] values) {
        for (int first = 0; first < values.length; first++) {
            double mean = 0;
            for (int i = first; i < values.length; i++) {
                mean += values[i] / (values.length - first);
            }
            int above = 0;
            int below = 0;
            for (int i = first; i < values.length; i++) {
                above += values[i] > mean ? 1 : 0;
                below += values[i] < mean ? 1 : 0;
            }
            if (above >= below) {
                return mean;
            }
        }
        return values[values.length - 1];
    }
}
