package dev.tintype.restore.denoise;

import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.signal.BoxMean;
import dev.tintype.signal.Spectrum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A plane wave, `cos(2π (down · row + right · column) + φ)`.
///
/// @param down cycles per pixel along a column
/// @param right cycles per pixel along a row
/// @param prominence of its peak in the spectrum
record Wave(double down, double right, double prominence) {
    private static final int MOST = 24; // waves of one photo
    private static final int LEAST_SIDE = 16; // of a photo that has a spectrum to speak of
    private static final double LONGEST = 50; // pixels; what is slower is the picture itself
    private static final double FAINTEST = 0.002; // amplitude, sample units
    private static final int LOBE = 3; // radius of a peak, places of the spectrum
    private static final int AROUND = 12; // radius of what a peak is compared with, places of the spectrum

    /// The sharp peaks of a spectrum, the most prominent first.
    static List<Wave> peaks(Plane plane, double prominence) {
        Size size = plane.size();
        if (Math.min(size.width(), size.height()) < LEAST_SIDE) {
            return List.of();
        }
        float[] logs = logarithms(windowed(plane));
        float[] around = BoxMean.of(size, logs, AROUND);
        double least = Math.log(FAINTEST * size.area() / 8); // a wave of amplitude 1 has a peak of area / 8
        List<Wave> waves = new ArrayList<>();
        for (int row = 0; row <= size.height() / 2; row++) {
            for (int column = 0; column < size.width(); column++) {
                int i = row * size.width() + column;
                if (logs[i] <= least || logs[i] - around[i] <= Math.log(prominence)) {
                    continue;
                }
                double height = Math.exp(logs[i] - Math.max(around[i], ridge(size, logs, row, column)));
                if (height > prominence && highest(size, logs, row, column)) {
                    waves.add(refined(size, logs, row, column, height));
                }
            }
        }
        return waves.stream()
                .filter(wave -> wave.period() < LONGEST)
                .filter(wave -> wave.down > 0 || wave.right > 0)
                .sorted(Comparator.comparingDouble(wave -> -wave.prominence))
                .limit(MOST)
                .toList();
    }

    /// The plane without its mean, faded out towards the borders by Hann's window.
    private static Plane windowed(Plane plane) {
        Size size = plane.size();
        double sum = 0;
        for (float x : plane.toArray()) {
            sum += x;
        }
        float mean = (float) (sum / size.area());
        return Plane.of(
                size,
                (row, column) -> (plane.at(row, column) - mean)
                        * (float) (hann(row, size.height()) * hann(column, size.width())));
    }

    private static double hann(int i, int length) {
        return 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / length);
    }

    /// `log |X|` of every place of the spectrum.
    private static float[] logarithms(Plane plane) {
        Spectrum spectrum = Spectrum.of(plane);
        return Plane.of(plane.size(), (row, column) -> (float) Math.log(1e-20 + spectrum.power(row, column)) / 2)
                .toArray();
    }

    /// Whether no place within a lobe is higher; of two that are the same, the first is.
    private static boolean highest(Size size, float[] logs, int row, int column) {
        float here = logs[row * size.width() + column];
        for (int y = -LOBE; y <= LOBE; y++) {
            for (int x = -LOBE; x <= LOBE; x++) {
                float there = at(size, logs, row + y, column + x);
                boolean before = y < 0 || (y == 0 && x < 0);
                if (there > here || (before && there == here)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// The larger of the means along the row and along the column of a place: straight edges make ridges there, which
    /// are no waves.
    private static double ridge(Size size, float[] logs, int row, int column) {
        double across = 0;
        double along = 0;
        for (int i = LOBE + 1; i <= AROUND; i++) {
            across += at(size, logs, row, column - i) + at(size, logs, row, column + i);
            along += at(size, logs, row - i, column) + at(size, logs, row + i, column);
        }
        return Math.max(across, along) / (2 * (AROUND - LOBE));
    }

    private static float at(Size size, float[] logs, int row, int column) {
        return logs[Math.floorMod(row, size.height()) * size.width() + Math.floorMod(column, size.width())];
    }

    /// The wave of a peak, between places by a parabola through the logarithms: exact for a Gaussian, within a
    /// hundredth of a place for Hann's window.
    private static Wave refined(Size size, float[] logs, int row, int column, double height) {
        float here = at(size, logs, row, column);
        double y = row + vertex(at(size, logs, row - 1, column), here, at(size, logs, row + 1, column));
        double x = column + vertex(at(size, logs, row, column - 1), here, at(size, logs, row, column + 1));
        double evenY = snapped(y, size.height());
        double evenX = snapped(x, size.width());
        boolean own = Math.abs(y - evenY) < 0.5 && Math.abs(x - evenX) < 0.5;
        double down = (own ? evenY : y) / size.height();
        double right = (own ? evenX : x) / size.width();
        return new Wave(down, right > 0.5 ? right - 1 : right, height);
    }

    /// The nearest of frequency 0 and the highest there is, of which a wave and its mirror image are the same.
    private static double snapped(double place, int length) {
        return Math.rint(2 * place / length) * length / 2;
    }

    private static double vertex(double before, double here, double after) {
        double bend = before - 2 * here + after;
        return bend < 0 ? (before - after) / (2 * bend) : 0;
    }

    /// In pixels.
    double period() {
        return 1 / Math.hypot(down, right);
    }

    /// Subtracts the wave from samples, as strong as it is around each of them.
    ///
    /// @param flat the samples less what is no wave, from which it is subtracted, too
    void subtract(Size size, float[] samples, float[] flat, WideMean mean) {
        int width = size.width();
        float[] real = new float[samples.length];
        float[] imaginary = new float[samples.length];
        IntStream.range(0, size.height()).parallel().forEach(row -> {
            for (int column = 0, i = row * width; column < width; column++, i++) {
                double phase = phase(row, column);
                real[i] = flat[i] * (float) Math.cos(phase);
                imaginary[i] = flat[i] * (float) Math.sin(phase);
            }
        });
        float[] cosine = mean.of(real);
        float[] sine = mean.of(imaginary);
        float both = isOwnMirror() ? 1 : 2; // the wave and its mirror image of frequency −ω
        IntStream.range(0, size.height()).parallel().forEach(row -> {
            for (int column = 0, i = row * width; column < width; column++, i++) {
                double phase = phase(row, column);
                float here = both * (float) (cosine[i] * Math.cos(phase) + sine[i] * Math.sin(phase));
                samples[i] -= here;
                flat[i] -= here;
            }
        });
    }

    private double phase(int row, int column) {
        return 2 * Math.PI * (down * row + right * column);
    }

    private boolean isOwnMirror() {
        return 2 * down == Math.rint(2 * down) && 2 * right == Math.rint(2 * right);
    }
}
