package dev.tintype.web.retouch;

import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.Optional;

/// What a hand has drawn: a line of some width, or what a closed line surrounds.
///
/// @param closed whether the last point is joined to the first, and what lies between belongs to it
/// @param width of the line, pixels; 0 where only the inside counts
/// @param feather how far it fades beyond that, pixels
public record Outline(boolean closed, double width, double feather, List<Point> points) {
    private static final int MOST_POINTS = 20_000;
    private static final double WIDEST = 4000; // pixels
    private static final double MOST_WORK = 4e9; // pixels that are looked at

    public Outline {
        points = List.copyOf(points);
        if (points.isEmpty() || points.size() > MOST_POINTS) {
            throw new IllegalArgumentException(
                    "a stroke has 1 to %d points, this one %d".formatted(MOST_POINTS, points.size()));
        } else if (!(width >= 0 && width <= WIDEST && feather >= 0 && feather <= WIDEST)) {
            throw new IllegalArgumentException("width and feather go from 0 to %.0f pixels, they were %s and %s"
                    .formatted(WIDEST, width, feather));
        }
        double across = width + 2 * feather;
        if (points.size() * across * across > MOST_WORK) {
            throw new IllegalArgumentException("a stroke so wide with so many points must be sent in parts");
        }
    }

    /// How far it goes beyond its points, pixels.
    double reach() {
        return width / 2 + feather;
    }

    /// The part of a photo that it may cover, if it touches the photo.
    Optional<Region> box(Size photo) {
        double left = points.stream().mapToDouble(Point::column).min().orElseThrow() - reach();
        double right = points.stream().mapToDouble(Point::column).max().orElseThrow() + reach();
        double top = points.stream().mapToDouble(Point::row).min().orElseThrow() - reach();
        double bottom = points.stream().mapToDouble(Point::row).max().orElseThrow() + reach();
        return Regions.between(
                (int) Math.floor(top), (int) Math.floor(left), (int) Math.ceil(bottom), (int) Math.ceil(right), photo);
    }
}
