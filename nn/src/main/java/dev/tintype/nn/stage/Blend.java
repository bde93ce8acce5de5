package dev.tintype.nn.stage;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import java.util.stream.IntStream;

/// Between a photo and its restoration: `(1 − s) · before + s · after`.
public final class Blend {
    private Blend() {}

    /// The mixture of two photos of one size.
    ///
    /// @param strength 0 gives `before`, 1 gives `after`
    public static Photo of(Photo before, Photo after, double strength) {
        if (strength >= 1) {
            return after;
        }
        return new Photo(IntStream.range(0, before.planes().size())
                .mapToObj(c -> of(before.planes().get(c), after.planes().get(c), (float) strength))
                .toList());
    }

    private static Plane of(Plane before, Plane after, float strength) {
        return Plane.of(before.size(), (row, column) -> {
            float x = before.at(row, column);
            return x + strength * (after.at(row, column) - x);
        });
    }
}
