package dev.tintype.nn.official.prepare;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;

/// Resizes as Pillow does with 8-bit photos: rows, then columns, each in fixed-point numbers and rounded to a level.
/// When making smaller, the filter grows with the step, which is Pillow's antialiasing.
///
/// Source: Pillow, `Resample.c` and `Geometry.c`, https://github.com/python-pillow/Pillow.
///
/// @param size of the result, pixels
public record PilResize(Size size, Filter filter) {
    /// Fractional bits of a weight: 32 less 8 of a level and 2 to spare.
    private static final int BITS = 22;

    public Photo apply(Photo photo) {
        return photo.map(this::apply);
    }

    public Plane apply(Plane plane) {
        if (plane.size().equals(size)) {
            return plane;
        }
        if (filter == Filter.NEAREST) {
            return nearest(plane);
        }
        Size old = plane.size();
        int[] levels = Levels.of(plane);
        int[] wide = old.width() == size.width()
                ? levels
                : resized(levels, old.height(), old.width(), size.width(), new Steps(old.width(), 1, size.width(), 1));
        int[] all = old.height() == size.height()
                ? wide
                : resized(wide, size.width(), old.height(), size.height(), new Steps(1, size.width(), 1, size.width()));
        return Plane.of(size, (row, column) -> Levels.sample(all[row * size.width() + column]));
    }

    private Plane nearest(Plane plane) {
        int[] rows = nearest(plane.size().height(), size.height());
        int[] columns = nearest(plane.size().width(), size.width());
        return Plane.of(size, (row, column) -> plane.at(rows[row], columns[column]));
    }

    /// Step by step, because Pillow's rounding errors decide which of two equally near pixels it takes.
    private static int[] nearest(int from, int to) {
        int[] places = new int[to];
        double step = (double) from / to;
        double place = step * 0.5;
        for (int i = 0; i < to; i++) {
            places[i] = Math.min(from - 1, (int) place);
            place += step;
        }
        return places;
    }

    /// Resizes `lines` lines of `from` levels to `to` levels.
    private int[] resized(int[] levels, int lines, int from, int to, Steps steps) {
        int[] result = new int[lines * to];
        double scale = (double) from / to;
        double stretch = Math.max(scale, 1);
        double support = filter.support * stretch;
        for (int i = 0; i < to; i++) {
            double center = (i + 0.5) * scale;
            int first = Math.max(0, (int) (center - support + 0.5));
            int[] weights = weights(center, first, Math.min(from, (int) (center + support + 0.5)), stretch);
            for (int line = 0; line < lines; line++) {
                int sum = 1 << (BITS - 1);
                int place = line * steps.line + first * steps.next;
                for (int weight : weights) {
                    sum += weight * levels[place];
                    place += steps.next;
                }
                result[line * steps.newLine + i * steps.newNext] = Math.clamp(sum >> BITS, 0, 255);
            }
        }
        return result;
    }

    private int[] weights(double center, int first, int end, double stretch) {
        double[] exact = new double[end - first];
        double total = 0;
        for (int i = 0; i < exact.length; i++) {
            exact[i] = filter.at((i + first - center + 0.5) * (1 / stretch));
            total += exact[i];
        }
        int[] weights = new int[exact.length];
        for (int i = 0; i < exact.length; i++) {
            double scaled = exact[i] / total * (1 << BITS);
            weights[i] = (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
        }
        return weights;
    }

    /// How far apart lines, and levels on a line, lie in memory before and after.
    private record Steps(int line, int next, int newLine, int newNext) {}

    /// How much a pixel at a distance counts.
    public enum Filter {
        NEAREST(0),
        /// A triangle.
        BILINEAR(1),
        /// Two cubic pieces, a = -0.5.
        BICUBIC(2);

        private final double support;

        Filter(double support) {
            this.support = support;
        }

        private double at(double distance) {
            double x = Math.abs(distance);
            if (this == BILINEAR) {
                return Math.max(0, 1 - x);
            }
            double a = -0.5;
            if (x < 1) {
                return ((a + 2) * x - (a + 3)) * x * x + 1;
            }
            return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
        }
    }
}
