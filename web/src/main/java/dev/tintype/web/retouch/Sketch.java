package dev.tintype.web.retouch;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/// What a hole comes to that is larger than what is filled at once: filled in a smaller version of the photo, whose
/// pixels are the means of what is known in squares of `scale` pixels a side. It is for what lies deep in the hole;
/// nearer to its edge the photo is filled at its own size, between what is known and this.
final class Sketch {
    private static final int SIDE = 1024; // of the smaller version at most, pixels
    private static final int NARROWEST = 24; // of what is filled at its own size, pixels

    private final Region region;
    private final int scale;
    private final Photo small;

    private Sketch(Region region, int scale, Photo small) {
        this.region = region;
        this.scale = scale;
        this.small = small;
    }

    /// Fills all that a mask covers.
    ///
    /// @param region of the mask, with a frame
    /// @param fill of a small photo
    static Sketch of(Region region, MaskPart mask, Samples scan, BiFunction<Photo, Mask, Photo> fill) {
        int longer = Math.max(region.size().width(), region.size().height());
        int scale = Math.max(1, Math.ceilDiv(longer, SIDE));
        Size size = new Size(
                Math.ceilDiv(region.size().width(), scale),
                Math.ceilDiv(region.size().height(), scale));
        float[] lost = new float[size.area()];
        List<Plane> planes = new ArrayList<>();
        for (int c = 0; c < scan.channels(); c++) {
            float[] means = new float[size.area()];
            for (int i = 0; i < means.length; i++) {
                int top = region.row() + i / size.width() * scale;
                int left = region.column() + i % size.width() * scale;
                int bottom = Math.min(top + scale, Regions.bottom(region));
                int right = Math.min(left + scale, Regions.right(region));
                double sum = 0;
                int known = 0;
                for (int row = top; row < bottom; row++) {
                    for (int column = left; column < right; column++) {
                        if (mask.at(row, column) == 0) {
                            sum += scan.raw(c, row, column);
                            known++;
                        }
                    }
                }
                lost[i] = known == 0 ? 1 : 0;
                means[i] = known == 0 ? 0 : (float) (sum / known / scan.depth().white());
            }
            planes.add(Plane.copyOf(size, means, 0));
        }
        Mask hole = new Mask(Plane.copyOf(size, lost, 0));
        return new Sketch(region, scale, fill.apply(new Photo(planes), hole));
    }

    /// A part of the photo as it is to be filled: what lies deep in the hole is there already.
    ///
    /// @param hole what is still to be filled
    record Laid(Photo photo, Mask hole) {}

    /// Lays what lies deep in the hole into a part of the photo.
    ///
    /// @param part where it lies
    Laid lay(Photo photo, Mask lost, Region part) {
        Size size = photo.size();
        float[] damage = lost.damage().toArray();
        int[] depth = depths(damage, size);
        int far = Math.max(NARROWEST, 4 * scale);
        List<Plane> planes = new ArrayList<>();
        for (int c = 0; c < photo.planes().size(); c++) {
            Plane before = photo.planes().get(c);
            Plane sketch = small.planes().get(c);
            planes.add(Plane.of(size, (row, column) -> {
                int i = row * size.width() + column;
                float value = before.at(row, column);
                return depth[i] <= far
                        ? value
                        : value + damage[i] * (at(sketch, part.row() + row, part.column() + column) - value);
            }));
        }
        Plane near = Plane.of(size, (row, column) -> {
            int i = row * size.width() + column;
            return depth[i] <= far ? damage[i] : 0;
        });
        return new Laid(new Photo(planes), new Mask(near));
    }

    /// Between the four pixels around a place of the photo.
    private float at(Plane plane, int row, int column) {
        double y = Math.clamp(
                (row - region.row() + 0.5) / scale - 0.5, 0, plane.size().height() - 1.0);
        double x = Math.clamp(
                (column - region.column() + 0.5) / scale - 0.5, 0, plane.size().width() - 1.0);
        int top = (int) y;
        int left = (int) x;
        int bottom = Math.min(top + 1, plane.size().height() - 1);
        int right = Math.min(left + 1, plane.size().width() - 1);
        double down = y - top;
        double across = x - left;
        double above = plane.at(top, left) * (1 - across) + plane.at(top, right) * across;
        double below = plane.at(bottom, left) * (1 - across) + plane.at(bottom, right) * across;
        return (float) (above * (1 - down) + below * down);
    }

    /// How many steps to the eight neighbours lead to what is known; many where nothing is.
    private static int[] depths(float[] damage, Size size) {
        int width = size.width();
        int[] depth = new int[damage.length];
        Arrays.setAll(depth, i -> damage[i] > 0 ? damage.length : 0);
        for (int i = 0; i < depth.length; i++) {
            nearer(depth, i, width, -1);
        }
        for (int i = depth.length - 1; i >= 0; i--) {
            nearer(depth, i, width, 1);
        }
        return depth;
    }

    private static void nearer(int[] depth, int i, int width, int way) {
        int column = i % width;
        for (int aside = -1; aside <= 1; aside++) {
            int other = i + way * width + aside;
            if (other >= 0 && other < depth.length && column + aside >= 0 && column + aside < width) {
                depth[i] = Math.min(depth[i], depth[other] + 1);
            }
        }
        if (column + way >= 0 && column + way < width) {
            depth[i] = Math.min(depth[i], depth[i + way] + 1);
        }
    }
}
