package dev.tintype.signal;

import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import java.util.Arrays;

/// The complex amplitude of a wave in each of sixteen parts of a plane: whether it runs through all of it in step, as a
/// fence or a fabric does not.
public final class WaveParts {
    private static final int PARTS = 4; // along each side
    private static final int LARGEST = 512; // pixels of a side that are looked at
    private static final int AROUND = 14; // pixels to each side of which the mean is taken
    private static final float CLIP = 2.5f; // times the median size of what is left

    private final double[] real = new double[PARTS * PARTS];
    private final double[] imaginary = new double[PARTS * PARTS];

    /// Of a wave.
    ///
    /// @param across cycles a pixel to the right
    /// @param down cycles a pixel downwards
    public WaveParts(Plane plane, double across, double down) {
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

    /// What of a plane is looked at, so that a wave of a large scan need not be in step from end to end.
    public static Plane middle(Plane plane) {
        Size size = new Size(
                Math.min(LARGEST, plane.size().width()),
                Math.min(LARGEST, plane.size().height()));
        return plane.crop(new Region(
                (plane.size().height() - size.height()) / 2, (plane.size().width() - size.width()) / 2, size));
    }

    /// Less the mean around, and clipped: a wave is weak and everywhere, edges are strong and few.
    public static Plane flattened(Plane plane) {
        float[] rest = plane.toArray();
        float[] means = BoxMean.of(plane.size(), rest, AROUND);
        float[] sizes = new float[rest.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= means[i];
            sizes[i] = Math.abs(rest[i]);
        }
        Arrays.sort(sizes);
        float limit = CLIP * sizes[sizes.length / 2] + 1 / 255f;
        return Plane.copyOf(plane.size(), rest, 0).map(r -> Math.clamp(r, -limit, limit));
    }

    private double size(int part) {
        return Math.hypot(real[part], imaginary[part]);
    }

    /// Of the wave in all of the plane, sample units.
    public double amplitude() {
        double a = 0;
        double b = 0;
        for (int part = 0; part < real.length; part++) {
            a += real[part] / real.length;
            b += imaginary[part] / real.length;
        }
        return Math.hypot(a, b);
    }

    /// Of the phases: 1 in step, about 0.2 by chance.
    public double coherence() {
        double a = 0;
        double b = 0;
        for (int part = 0; part < real.length; part++) {
            double size = size(part) + 1e-12;
            a += real[part] / size / real.length;
            b += imaginary[part] / size / real.length;
        }
        return Math.hypot(a, b);
    }

    /// The quarter of the parts with least of the wave, relative to their mean.
    public double evenness() {
        double[] sizes = new double[real.length];
        for (int part = 0; part < sizes.length; part++) {
            sizes[part] = size(part);
        }
        Arrays.sort(sizes);
        return sizes[sizes.length / 4] / (sizes[sizes.length / 2] + 1e-12);
    }

    /// The window of Hann.
    public static double window(int i, int n) {
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
