package dev.tintype.nn.official.prepare;

import dev.tintype.photo.Plane;

/// The largest sample of a square around every pixel; what lies outside the photo does not count.
///
/// @param radius pixels from the middle of the square to its edge; 9 for a square of 19
public record Dilation(int radius) {
    public Plane apply(Plane plane) {
        int width = plane.size().width();
        int height = plane.size().height();
        Plane wide = Plane.of(plane.size(), (row, column) -> {
            float most = plane.at(row, column);
            for (int c = Math.max(0, column - radius); c <= Math.min(width - 1, column + radius); c++) {
                most = Math.max(most, plane.at(row, c));
            }
            return most;
        });
        return Plane.of(plane.size(), (row, column) -> {
            float most = wide.at(row, column);
            for (int r = Math.max(0, row - radius); r <= Math.min(height - 1, row + radius); r++) {
                most = Math.max(most, wide.at(r, column));
            }
            return most;
        });
    }
}
