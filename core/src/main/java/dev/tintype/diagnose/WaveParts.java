package dev.tintype.diagnose;

import dev.tintype.photo.Plane;
import java.util.Arrays;

/// The complex amplitude of a wave in each of sixteen parts of a plane.
final class WaveParts {
    private static final int PARTS = 4; // along each side

    private final double[] real = new double[PARTS * PARTS];
    private final double[] imaginary = new double[PARTS * PARTS];

    WaveParts(Plane plane, double across, double down) {
        int width = plane.size().width() / PARTS;
        int height = plane.size().height() / PARTS;
        Turns columns = new Turns(width * PARTS, width, across);
        Turns rows = new Turns(height * PARTS, height, down);
        for (int part = 0; part < real.length; part++) {
            int top = part / PARTS * height;
            int left = part % PARTS * width;
            for (int row = top; row < top + height; row++) {
                double cos = 0;
                double sin = 0;
                for (int column = left; column < left + width; column++) {
                    double x = plane.at(row, column);
                    cos += x * columns.cos[column];
                    sin += x * columns.sin[column];
                }
                real[part] += cos * rows.cos[row] - sin * rows.sin[row];
                imaginary[part] += cos * rows.sin[row] + sin * rows.cos[row];
            }
        }
    }

    private double size(int part) {
        return Math.hypot(real[part], imaginary[part]);
    }

    double amplitude() {
        double a = 0;
        double b = 0;
        for (int part = 0; part < real.length; part++) {
            a += real[part] / real.length;
            b += imaginary[part] / real.length;
        }
        return Math.hypot(a, b);
    }

    double coherence() {
        double a = 0;
        double b = 0;
        for (int part = 0; part < real.length; part++) {
            double size = size(part) + 1e-12;
            a += real[part] / size / real.length;
            b += imaginary[part] / size / real.length;
        }
        return Math.hypot(a, b);
    }

    double evenness() {
        double[] sizes = new double[real.length];
        for (int part = 0; part < sizes.length; part++) {
            sizes[part] = size(part);
        }
        Arrays.sort(sizes);
        return sizes[sizes.length / 4] / (sizes[sizes.length / 2] + 1e-12);
    }

    /// The window of Hann.
    static double window(int i, int n) {
        return 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / n);
    }

    /// A wave along one axis, windowed part by part; a real wave of amplitude 1 gives 1 where both axes
    /// are multiplied.
    private static final class Turns {
        private final double[] cos;
        private final double[] sin;

        Turns(int length, int part, double cycles) {
            cos = new double[length];
            sin = new double[length];
            for (int from = 0; from < length; from += part) {
                double windows = 0;
                for (int i = from; i < from + part; i++) {
                    windows += window(i - from, part);
                }
                for (int i = from; i < from + part; i++) {
                    double weight = window(i - from, part) / windows * Math.sqrt(2);
                    cos[i] = weight * Math.cos(2 * Math.PI * cycles * i);
                    sin[i] = -weight * Math.sin(2 * Math.PI * cycles * i);
                }
            }
        }
    }
}
