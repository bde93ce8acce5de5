package dev.tintype.train.synthesize;

import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;

/// Changes of size for ageing: down by area, up by nearest sample or bilinearly.
final class Resample {
    private Resample() {}

    /// Every sample is the mean of the area it covers; only for smaller sizes.
    static Plane area(Plane plane, Size size) {
        return transposed(rows(transposed(rows(plane, size.width())), size.height()));
    }

    /// Down by area, up bilinearly.
    static Plane resized(Plane plane, Size size) {
        boolean smaller = size.width() <= plane.size().width()
                && size.height() <= plane.size().height();
        return smaller ? area(plane, size) : bilinear(plane, size);
    }

    private static Plane rows(Plane plane, int width) {
        double step = (double) plane.size().width() / width;
        return Plane.of(new Size(width, plane.size().height()), (row, column) -> {
            double from = column * step;
            double to = Math.min(from + step, plane.size().width());
            double sum = 0;
            for (int x = (int) from; x < to; x++) {
                sum += plane.at(row, x) * (Math.min(to, x + 1) - Math.max(from, x));
            }
            return (float) (sum / (to - from));
        });
    }

    private static Plane transposed(Plane plane) {
        Size size = new Size(plane.size().height(), plane.size().width());
        return Plane.of(size, (row, column) -> plane.at(column, row));
    }

    static Plane nearest(Plane plane, Size size) {
        double down = (double) plane.size().height() / size.height();
        double right = (double) plane.size().width() / size.width();
        return Plane.of(size, (row, column) -> plane.at((int) ((row + 0.5) * down), (int) ((column + 0.5) * right)));
    }

    static Plane bilinear(Plane plane, Size size) {
        double down = (double) plane.size().height() / size.height();
        double right = (double) plane.size().width() / size.width();
        return Plane.of(size, (row, column) -> at(plane, (row + 0.5) * down - 0.5, (column + 0.5) * right - 0.5));
    }

    /// What lies between samples; outside is what is nearest.
    static float at(Plane plane, double row, double column) {
        int top = (int) Math.floor(row);
        int left = (int) Math.floor(column);
        float down = (float) (row - top);
        float right = (float) (column - left);
        int y0 = Math.max(top, 0);
        int y1 = Math.min(top + 1, plane.size().height() - 1);
        int x0 = Math.max(left, 0);
        int x1 = Math.min(left + 1, plane.size().width() - 1);
        return (plane.at(y0, x0) * (1 - right) + plane.at(y0, x1) * right) * (1 - down)
                + (plane.at(y1, x0) * (1 - right) + plane.at(y1, x1) * right) * down;
    }
}
