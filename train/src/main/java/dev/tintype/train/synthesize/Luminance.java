package dev.tintype.train.synthesize;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import java.util.List;

/// Brightness as ITU-R BT.601 weighs it: `0.299 R + 0.587 G + 0.114 B`.
final class Luminance {
    private Luminance() {}

    static Plane of(Photo photo) {
        List<Plane> planes = photo.planes();
        if (photo.grey()) {
            return planes.getFirst();
        }
        float[] red = planes.get(0).toArray();
        float[] green = planes.get(1).toArray();
        float[] blue = planes.get(2).toArray();
        for (int i = 0; i < red.length; i++) {
            red[i] = 0.299f * red[i] + 0.587f * green[i] + 0.114f * blue[i];
        }
        return Plane.copyOf(photo.size(), red, 0);
    }
}
