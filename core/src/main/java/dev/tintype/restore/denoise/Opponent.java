package dev.tintype.restore.denoise;

import java.util.List;

/// An orthonormal opponent colour space: brightness, red against blue, green against both. Independent noise of the
/// same strength in red, green and blue stays that in all three.
final class Opponent {
    private static final float BRIGHT = (float) (1 / Math.sqrt(3));
    private static final float SIDE = (float) (1 / Math.sqrt(2));
    private static final float GREEN = (float) (1 / Math.sqrt(6));

    private Opponent() {}

    /// Replaces planes of red, green and blue.
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
        float[] colour = new float[3];
        for (int i = 0; i < planes.getFirst().length; i++) {
            for (int c = 0; c < 3; c++) {
                colour[c] = planes.get(c)[i];
            }
            inverse(colour);
            for (int c = 0; c < 3; c++) {
                planes.get(c)[i] = colour[c];
            }
        }
    }

    /// Replaces one opponent colour by red, green, blue.
    static void inverse(float[] colour) {
        float y = BRIGHT * colour[0];
        float s = SIDE * colour[1];
        float g = GREEN * colour[2];
        colour[0] = y + s + g;
        colour[1] = y - 2 * g;
        colour[2] = y - s + g;
    }

    /// The grey, in sample units, that has a brightness.
    static float grey(float brightness) {
        return BRIGHT * brightness;
    }
}
