package dev.tintype.nn.stage;

import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.nn.official.face.Similarity;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Size;
import java.util.stream.IntStream;

/// Turns, scales and moves. Every pixel of the result is the mean of what lies under it, bilinear between samples, so
/// that no sample is skipped where the result is smaller; outside is what is nearest.
///
/// @param back from the result to what is warped
/// @param size of the result, pixels
record MeanWarp(Similarity back, Size size) {
    private static final int MOST = 12; // lookups across a pixel

    /// A plane so many times smaller.
    static Plane smaller(Plane plane, int times) {
        double middle = (times - 1) / 2.0;
        Size size = new Size(plane.size().width() / times, plane.size().height() / times);
        return new MeanWarp(new Similarity(times, 0, middle, middle), size).apply(plane);
    }

    /// A part of a scan, which is never copied as a whole.
    Photo apply(Samples scan) {
        float white = scan.depth().white();
        return new Photo(IntStream.range(0, scan.channels())
                .mapToObj(c -> apply(scan.size(), (row, column) -> scan.raw(c, row, column) / white))
                .toList());
    }

    Plane apply(Plane plane) {
        return apply(plane.size(), plane::at);
    }

    private Plane apply(Size from, Plane.Sampler samples) {
        return Plane.of(size, (row, column) -> at(from, samples, row, column));
    }

    /// One pixel of the result.
    ///
    /// @param from size of what is warped, pixels
    float at(Size from, Plane.Sampler samples, int row, int column) {
        int times = (int) Math.clamp(Math.ceil(back.scale() - 1e-9), 1, MOST);
        double sum = 0;
        for (int i = 0; i < times; i++) {
            for (int j = 0; j < times; j++) {
                sum += between(from, samples, back.apply(new Point(part(row, i, times), part(column, j, times))));
            }
        }
        return (float) (sum / times / times);
    }

    /// The middle of one of the parts that a pixel is cut into.
    private static double part(int pixel, int part, int of) {
        return pixel - 0.5 + (part + 0.5) / of;
    }

    private static double between(Size size, Plane.Sampler samples, Point place) {
        double row = Math.clamp(place.row(), 0, size.height() - 1.0);
        double column = Math.clamp(place.column(), 0, size.width() - 1.0);
        int r = (int) row;
        int c = (int) column;
        int below = Math.min(r + 1, size.height() - 1);
        int beside = Math.min(c + 1, size.width() - 1);
        double down = row - r;
        double right = column - c;
        double above = (1 - right) * samples.at(r, c) + right * samples.at(r, beside);
        return (1 - down) * above + down * ((1 - right) * samples.at(below, c) + right * samples.at(below, beside));
    }
}
