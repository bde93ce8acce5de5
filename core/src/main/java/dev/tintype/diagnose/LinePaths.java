package dev.tintype.diagnose;

import dev.tintype.photo.Size;

/// The best nearly straight path through every pixel of a line, from where it begins to where it ends. A path gains
/// where
/// a line stands out from its ground, more if it has the tone that is asked for; it costs nothing to go on where that
/// tone is but does not stand out, and it loses elsewhere, so it bridges gaps and dies where the line ends.
final class LinePaths {
    private static final double SAME_TONE = 0.05;
    private static final float SEEN = 1;
    private static final float OTHER_TONE = 0.3f;
    private static final float UNSEEN = -0.1f;
    private static final float GONE = -1;

    private final float[] x;
    private final boolean[] ridge;
    private final Size size;
    private final boolean upright;
    private final double tone;

    /// @param x samples in row order
    /// @param ridge where a line stands out
    /// @param upright whether lines run mostly up and down, or across
    LinePaths(float[] x, boolean[] ridge, Size size, boolean upright, double tone) {
        this.x = x;
        this.ridge = ridge;
        this.size = size;
        this.upright = upright;
        this.tone = tone;
    }

    /// How much the best path through each pixel gains, in pixels of length; 0 beside the lines.
    float[] gains() {
        float[] down = gains(true);
        float[] up = gains(false);
        float[] through = new float[x.length];
        for (int i = 0; i < through.length; i++) {
            through[i] = ridge[i] ? down[i] + up[i] - score(i) : 0;
        }
        return through;
    }

    private float[] gains(boolean forward) {
        int steps = upright ? size.height() : size.width();
        int across = upright ? size.width() : size.height();
        float[] gains = new float[x.length];
        for (int k = 0; k < steps; k++) {
            int step = forward ? k : steps - 1 - k;
            int before = forward ? step - 1 : step + 1;
            for (int at = 0; at < across; at++) {
                float best = 0;
                for (int from = Math.max(0, at - 1); k > 0 && from <= Math.min(across - 1, at + 1); from++) {
                    best = Math.max(best, gains[place(before, from)]);
                }
                int i = place(step, at);
                gains[i] = Math.max(0, best + score(i));
            }
        }
        return gains;
    }

    private int place(int step, int at) {
        return upright ? step * size.width() + at : at * size.width() + step;
    }

    private float score(int i) {
        boolean same = Math.abs(x[i] - tone) < SAME_TONE;
        if (ridge[i]) {
            return same ? SEEN : OTHER_TONE;
        }
        return same ? UNSEEN : GONE;
    }
}
