package dev.tintype.restore.inpaint;

import dev.tintype.photo.Size;

/// Doubles the size of a plane, bilinearly between the middles of its samples.
final class Doubling {
    private Doubling() {}

    /// The sample of the doubled plane at a place.
    ///
    /// @param coarse samples in row order
    /// @param size of the coarse plane
    static float at(float[] coarse, Size size, int row, int column) {
        int top = (row + 1) / 2 - 1;
        int left = (column + 1) / 2 - 1;
        float down = row % 2 == 0 ? 0.75f : 0.25f;
        float right = column % 2 == 0 ? 0.75f : 0.25f;
        int y0 = Math.max(top, 0) * size.width();
        int y1 = Math.min(top + 1, size.height() - 1) * size.width();
        int x0 = Math.max(left, 0);
        int x1 = Math.min(left + 1, size.width() - 1);
        float above = coarse[y0 + x0] * (1 - right) + coarse[y0 + x1] * right;
        float below = coarse[y1 + x0] * (1 - right) + coarse[y1 + x1] * right;
        return above * (1 - down) + below * down;
    }
}
