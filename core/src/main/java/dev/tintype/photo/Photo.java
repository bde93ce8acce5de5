package dev.tintype.photo;

import java.util.List;
import java.util.function.UnaryOperator;

/// A photograph in memory, or a tile of one: one plane (grey) or three (red, green, blue), all of the same size, in
/// the tones of its file (0 black, 1 white).
public record Photo(List<Plane> planes) {
    public Photo {
        planes = List.copyOf(planes);
        if (planes.size() != 1 && planes.size() != 3) {
            throw new IllegalArgumentException("a photo has 1 or 3 planes, not " + planes.size());
        }
        for (Plane plane : planes) {
            if (!plane.size().equals(planes.getFirst().size())) {
                throw new IllegalArgumentException("planes differ in size: %s and %s"
                        .formatted(planes.getFirst().size(), plane.size()));
            }
        }
    }

    public Size size() {
        return planes.getFirst().size();
    }

    public boolean grey() {
        return planes.size() == 1;
    }

    /// Its brightness as ITU-R BT.601 weighs it: `0.299 R + 0.587 G + 0.114 B`, or the only plane.
    public Plane luminance() {
        if (grey()) {
            return planes.getFirst();
        }
        float[] sum = planes.get(0).toArray();
        float[] green = planes.get(1).toArray();
        float[] blue = planes.get(2).toArray();
        for (int i = 0; i < sum.length; i++) {
            sum[i] = 0.299f * sum[i] + 0.587f * green[i] + 0.114f * blue[i];
        }
        return Plane.copyOf(size(), sum, 0);
    }

    /// The photo with every plane replaced.
    public Photo map(UnaryOperator<Plane> filter) {
        return new Photo(planes.stream().map(filter).toList());
    }

    /// The part inside a region, which must lie inside the photo.
    public Photo crop(Region region) {
        return map(plane -> plane.crop(region));
    }
}
