package dev.tintype.nn.stage;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import java.util.stream.IntStream;

/// Between a photo and its restoration, pixel by pixel: `(1 − s) · before + s · after`.
public final class Blend {
    private Blend() {}

    /// The mixture of two photos of one size.
    ///
    /// @param share of the same size: 0 gives `before`, 1 gives `after`
    public static Photo of(Photo before, Photo after, Plane share) {
        return new Photo(IntStream.range(0, before.planes().size())
                .mapToObj(c -> of(before.planes().get(c), after.planes().get(c), share))
                .toList());
    }

    /// The same mixture everywhere.
    ///
    /// @param strength 0 gives `before`, 1 gives `after`
    public static Photo of(Photo before, Photo after, double strength) {
        return of(before, after, Plane.of(before.size(), (_, _) -> (float) strength));
    }

    private static Plane of(Plane before, Plane after, Plane share) {
        return Plane.of(before.size(), (row, column) -> {
            float x = before.at(row, column);
            float s = share.at(row, column);
            return s == 1 ? after.at(row, column) : x + s * (after.at(row, column) - x);
        });
    }
}
