package dev.tintype.web.retouch;

/// A place on a photo in pixels from its top left corner; the middle of the first pixel is (0.5, 0.5).
public record Point(double column, double row) {
    private static final double FARTHEST = 1_000_000;

    public Point {
        if (!(Math.abs(column) <= FARTHEST && Math.abs(row) <= FARTHEST)) {
            throw new IllegalArgumentException("there is no place (%s, %s)".formatted(column, row));
        }
    }
}
