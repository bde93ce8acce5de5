package dev.tintype.nn.official.face;

import dev.tintype.nn.official.prepare.Levels;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import java.util.stream.IntStream;

/// Gives a photo the tones of a reference: a level becomes the first level that as large a share of the reference's
/// pixels does not exceed. Every plane on its own.
///
/// Source: R. C. Gonzalez and R. E. Woods, "Digital Image Processing", histogram specification.
final class HistogramMatching {
    private static final int LEVELS = 256;

    private HistogramMatching() {}

    static Photo apply(Photo photo, Photo reference) {
        return new Photo(IntStream.range(0, photo.planes().size())
                .mapToObj(c -> apply(photo.planes().get(c), reference.planes().get(c)))
                .toList());
    }

    private static Plane apply(Plane plane, Plane reference) {
        double[] shares = shares(plane);
        double[] wanted = shares(reference);
        float[] samples = new float[LEVELS];
        int found = 0;
        for (int level = 0; level < LEVELS; level++) {
            int first = 0;
            while (first < LEVELS && wanted[first] < shares[level]) {
                first++;
            }
            found = first < LEVELS ? first : found;
            samples[level] = Levels.sample(found);
        }
        return plane.map(sample -> samples[Levels.of(sample)]);
    }

    /// The share of pixels at or below every level.
    private static double[] shares(Plane plane) {
        double[] shares = new double[LEVELS];
        for (int row = 0; row < plane.size().height(); row++) {
            for (int column = 0; column < plane.size().width(); column++) {
                shares[Levels.of(plane.at(row, column))]++;
            }
        }
        for (int level = 0; level < LEVELS; level++) {
            shares[level] = (level > 0 ? shares[level - 1] : 0)
                    + shares[level] / plane.size().area();
        }
        return shares;
    }
}
