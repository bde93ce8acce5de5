package dev.tintype.restore.denoise;

import java.util.List;

/// An orthonormal opponent colour space: brightness, red against blue, green against both. Independent noise of the
/// same strength in red, green and blue stays that in all three.
final class Opponent {
    private static final float BRIGHT = (float) (1 / Math.sqrt(3));
    private static final float SIDE = (float) (1 / Math.sqrt(2));
    private static final float GREEN = (float) (1 / Math.sqrt(6));

    private Opponent() {}

    /// Replaces red, green and blue.
    static void forward(List<float[]> planes) {
        float[] red = planes.get(0);
        float[] green = planes.get(1);
        float[] blue = planes.get(2);
        for (int i = 0; i < red.length; i++) {
            float r = red[i];
            float g = green[i];
            float b = blue[i];
            red[i] = BRIGHT * (r + g + b);
            green[i] = SIDE * (r - b);
            blue[i] = GREEN * (r - 2 * g + b);
        }
    }

    /// Undoes [#forward].
    static void inverse(List<float[]> planes) {
        float[] bright = planes.get(0);
        float[] side = planes.get(1);
        float[] green = planes.get(2);
        for (int i = 0; i < bright.length; i++) {
            float y = BRIGHT * bright[i];
            float s = SIDE * side[i];
            float g = GREEN * green[i];
            bright[i] = y + s + g;
            side[i] = y - 2 * g;
            green[i] = y - s + g;
        }
    }
}
