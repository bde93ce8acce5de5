package dev.tintype.web.retouch;

import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import java.util.stream.IntStream;

/// How much of each pixel an outline covers, in 8 bits. With the distance `d` of the middle of a pixel from the line it
/// is `1` where `d ≤ width / 2` or inside a closed line, else `max(0, 1 − (d − width / 2) / feather)`.
final class Coverage {
    private final Samples cover;
    private final Region region;
    private final int scale;
    private final double half;
    private final double feather;

    private Coverage(Outline outline, Region region, int scale) {
        cover = new Samples(region.size(), 1, Depth.BITS_8);
        this.region = region;
        this.scale = scale;
        half = outline.width() == 0 ? -1 : Math.max(outline.width(), scale) / 2; // a thin line is seen from afar, too
        feather = outline.feather();
    }

    /// What an outline covers of a region.
    ///
    /// @param region of the photo made smaller, in its pixels
    /// @param scale pixels of the photo that one of those has, across and down
    static Samples of(Outline outline, Region region, int scale) {
        Coverage coverage = new Coverage(outline, region, scale);
        if (outline.closed()) {
            coverage.fill(outline);
        }
        for (int i = 0; i < outline.points().size(); i++) {
            boolean last = i == outline.points().size() - 1;
            if (!last || outline.closed() || i == 0) {
                int next = last ? 0 : i + 1;
                coverage.segment(outline.points().get(i), outline.points().get(next));
            }
        }
        return coverage.cover;
    }

    /// What is inside by the even-odd rule.
    private void fill(Outline outline) {
        int count = outline.points().size();
        for (int row = 0; row < region.size().height(); row++) {
            double y = middle(region.row() + row);
            double[] crossings = IntStream.range(0, count)
                    .filter(i -> outline.points().get(i).row() <= y
                            != outline.points().get((i + 1) % count).row() <= y)
                    .mapToDouble(i ->
                            crossing(outline.points().get(i), outline.points().get((i + 1) % count), y))
                    .sorted()
                    .toArray();
            for (int i = 0; i + 1 < crossings.length; i += 2) {
                int first = Math.max(0, (int) Math.ceil(crossings[i] / scale - 0.5) - region.column());
                int last = Math.min(
                        region.size().width() - 1, (int) Math.floor(crossings[i + 1] / scale - 0.5) - region.column());
                for (int column = first; column <= last; column++) {
                    cover.put(0, row, column, Depth.BITS_8.white());
                }
            }
        }
    }

    private static double crossing(Point from, Point to, double row) {
        return from.column() + (row - from.row()) / (to.row() - from.row()) * (to.column() - from.column());
    }

    private void segment(Point from, Point to) {
        double reach = half + feather;
        int top = pixel(
                Math.min(from.row(), to.row()) - reach,
                region.row(),
                region.size().height());
        int bottom = end(
                Math.max(from.row(), to.row()) + reach,
                region.row(),
                region.size().height());
        int left = pixel(
                Math.min(from.column(), to.column()) - reach,
                region.column(),
                region.size().width());
        int right = end(
                Math.max(from.column(), to.column()) + reach,
                region.column(),
                region.size().width());
        double across = to.column() - from.column();
        double down = to.row() - from.row();
        double square = across * across + down * down;
        for (int row = top; row < bottom; row++) {
            double y = middle(region.row() + row) - from.row();
            for (int column = left; column < right; column++) {
                double x = middle(region.column() + column) - from.column();
                double along = square == 0 ? 0 : Math.clamp((x * across + y * down) / square, 0, 1);
                float value = value(Math.hypot(x - along * across, y - along * down));
                if (value > cover.raw(0, row, column)) {
                    cover.put(0, row, column, value);
                }
            }
        }
    }

    /// The first pixel of the region whose middle is at a coordinate or after it.
    private int pixel(double coordinate, int offset, int most) {
        return (int) Math.clamp(Math.ceil(coordinate / scale - 0.5) - offset, 0, most);
    }

    /// The first pixel of the region whose middle is after a coordinate.
    private int end(double coordinate, int offset, int most) {
        return (int) Math.clamp(Math.floor(coordinate / scale - 0.5) + 1 - offset, 0, most);
    }

    private float value(double distance) {
        if (distance <= half) {
            return Depth.BITS_8.white();
        }
        double share = feather == 0 ? 0 : 1 - (distance - Math.max(0, half)) / feather;
        return (float) Math.rint(Depth.BITS_8.white() * Math.clamp(share, 0, 1));
    }

    private double middle(int pixel) {
        return (pixel + 0.5) * scale;
    }
}
