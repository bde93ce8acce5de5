package dev.tintype.diagnose;

import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.signal.Spectrum;
import dev.tintype.signal.WaveParts;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The frequency that stands out most from those around it, and whether it runs through the whole photo in step, as a
/// fence or a fabric does not.
///
/// @param height logarithm of its power over that of the frequencies around
/// @param amplitude of the wave, in sample units
/// @param across cycles a pixel to the right
/// @param down cycles a pixel downwards
/// @param coherence of its phase over sixteen parts of the photo: 1 in step, about 0.2 by chance
/// @param evenness the quarter of these parts with least of it, relative to their mean
record SpectralPeak(double height, double amplitude, double across, double down, double coherence, double evenness) {
    private static final int REACH = 4; // of the frequencies around
    private static final int GAP = 2; // of a window's own width
    private static final double LOWEST = 1 / 27.0; // cycles a pixel
    private static final int CANDIDATES = 12;
    private static final double LEAST_RISE = 2;
    private static final double SEEN = 1.5 / 255; // amplitude

    static SpectralPeak of(Plane plane) {
        if (Math.min(plane.size().width(), plane.size().height()) < 32) {
            return new SpectralPeak(0, 0, 0.25, 0, 0, 0);
        }
        Plane middle = WaveParts.middle(plane);
        Plane flat = WaveParts.flattened(middle);
        Power power = new Power(flat);
        return power.peaks().stream()
                .map(peak -> power.refined(flat, peak))
                .max(Comparator.comparingDouble(SpectralPeak::rank))
                .map(peak -> peak.measuredOn(middle))
                .orElseGet(() -> new SpectralPeak(0, 0, 0.25, 0, 0, 0));
    }

    /// The length of the wave in pixels.
    double period() {
        return 1 / Math.hypot(across, down);
    }

    /// Where it runs to, counterclockwise from the right, 0 to 180.
    double degrees() {
        return (Math.toDegrees(Math.atan2(-down, across)) + 360) % 180;
    }

    /// A plane less the wave of this frequency that fits it best, `x − a cos φ − b sin φ`.
    Plane takenFrom(Plane plane) {
        Size size = plane.size();
        Circle rows = Circle.of(size.height(), down);
        Circle columns = Circle.of(size.width(), across);
        double cosines = 0;
        double sines = 0;
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                cosines += plane.at(row, column) * rows.cosine(row, columns, column);
                sines += plane.at(row, column) * rows.sine(row, columns, column);
            }
        }
        double a = 2 * cosines / size.area();
        double b = 2 * sines / size.area();
        return Plane.of(size, (row, column) -> (float)
                (plane.at(row, column) - a * rows.cosine(row, columns, column) - b * rows.sine(row, columns, column)));
    }

    /// A wave along one axis, pixel by pixel; the wave of a plane is the sum of the angles along both.
    private record Circle(DoubleBuffer cosines, DoubleBuffer sines) {
        static Circle of(int length, double cycles) {
            Circle circle = new Circle(DoubleBuffer.allocate(length), DoubleBuffer.allocate(length));
            for (int i = 0; i < length; i++) {
                circle.cosines.put(i, Math.cos(2 * Math.PI * cycles * i));
                circle.sines.put(i, Math.sin(2 * Math.PI * cycles * i));
            }
            return circle;
        }

        double cosine(int here, Circle other, int there) {
            return cosines.get(here) * other.cosines.get(there) - sines.get(here) * other.sines.get(there);
        }

        double sine(int here, Circle other, int there) {
            return sines.get(here) * other.cosines.get(there) + cosines.get(here) * other.sines.get(there);
        }
    }

    /// With the amplitude that it has in a plane.
    private SpectralPeak measuredOn(Plane plane) {
        double mean = 0;
        for (float x : plane.toArray()) {
            mean += x;
        }
        float level = (float) (mean / plane.size().area());
        double whole = new WaveParts(plane.map(x -> x - level), across, down).amplitude();
        return new SpectralPeak(height, whole, across, down, coherence, evenness);
    }

    private double rank() {
        return height * coherence * Math.min(1, amplitude / SEEN);
    }

    private record Place(int row, int column, double height) {}

    private static final class Power {
        private final int width;
        private final int height;
        private final double[] log; // (height, width), frequency zero first

        Power(Plane plane) {
            width = plane.size().width();
            height = plane.size().height();
            double mean = 0;
            for (float x : plane.toArray()) {
                mean += x;
            }
            double level = mean / plane.size().area();
            Plane windowed = Plane.of(plane.size(), (row, column) -> (float) ((plane.at(row, column) - level)
                    * WaveParts.window(row, height)
                    * WaveParts.window(column, width)));
            Spectrum spectrum = Spectrum.of(windowed);
            log = new double[width * height];
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    log[row * width + column] = Math.log(spectrum.power(row, column) + 1e-7 * width * height);
                }
            }
        }

        List<Place> peaks() {
            List<Place> places = new ArrayList<>();
            for (int row = 0; row < height; row++) {
                for (int column = 0; column <= width / 2; column++) {
                    double frequency = Math.hypot(cycles(row, height), cycles(column, width));
                    if (frequency > LOWEST && summit(row, column)) {
                        double rise = rise(row, column);
                        if (rise > LEAST_RISE) {
                            places.add(new Place(row, column, rise));
                        }
                    }
                }
            }
            places.sort(Comparator.comparingDouble(Place::height).reversed());
            return places.subList(0, Math.min(CANDIDATES, places.size()));
        }

        private boolean summit(int row, int column) {
            double here = at(row, column);
            for (int y = -1; y <= 1; y++) {
                for (int z = -1; z <= 1; z++) {
                    if (at(row + y, column + z) > here) {
                        return false;
                    }
                }
            }
            return true;
        }

        /// Above the mean of those around; on the axes, where borders and buildings leave their trace, above those on
        /// the axis.
        private double rise(int row, int column) {
            boolean level = Math.abs(cycles(row, height)) * height < 1.5;
            boolean upright = Math.abs(cycles(column, width)) * width < 1.5;
            double sum = 0;
            int count = 0;
            int reach = level || upright ? 3 * REACH : REACH;
            for (int y = upright || !level ? -reach : 0; y <= (upright || !level ? reach : 0); y++) {
                for (int z = level || !upright ? -reach : 0; z <= (level || !upright ? reach : 0); z++) {
                    if (Math.max(Math.abs(y), Math.abs(z)) > GAP) {
                        sum += at(row + y, column + z);
                        count++;
                    }
                }
            }
            return at(row, column) - sum / count;
        }

        private double at(int row, int column) {
            return log[Math.floorMod(row, height) * width + Math.floorMod(column, width)];
        }

        SpectralPeak refined(Plane plane, Place place) {
            double down = cycles(place.row, height) + offset(place, true) / height;
            double across = cycles(place.column, width) + offset(place, false) / width;
            WaveParts parts = new WaveParts(plane, across, down);
            return new SpectralPeak(place.height, parts.amplitude(), across, down, parts.coherence(), parts.evenness());
        }

        /// Where between the frequencies the summit lies, from a parabola through the logarithms.
        private double offset(Place place, boolean rows) {
            double before = rows ? at(place.row - 1, place.column) : at(place.row, place.column - 1);
            double after = rows ? at(place.row + 1, place.column) : at(place.row, place.column + 1);
            double bend = before - 2 * at(place.row, place.column) + after;
            return bend >= 0 ? 0 : Math.clamp((before - after) / (2 * bend), -0.5, 0.5);
        }
    }

    private static double cycles(int k, int n) {
        return (double) (k <= n / 2 ? k : k - n) / n;
    }
}
