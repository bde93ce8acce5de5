package dev.tintype.diagnose;

/// The best nearly straight path through every pixel of a line, from where it begins to where it ends. A path gains
/// where a line stands out from its ground, more if it has the tone that is asked for; it costs nothing to go on where
/// that tone is but does not stand out, and it loses elsewhere, so it bridges gaps and dies where the line ends.
final class LinePaths {
    private static final float SEEN = 1;
    private static final float OTHER_TONE = 0.3f;
    private static final float UNSEEN = -0.1f;
    private static final float GONE = -1;

    private final float[] x;
    private final byte[] ridges;
    private final int ridge;
    private final float tone;
    private final float near;
    private final int steps;
    private final int across;
    private final int forth; // from a step to the next
    private final int beside;

    /// @param upright whether lines run mostly up and down, or across
    /// @param bright whether they are lighter than the ground
    /// @param near how far from the tone is the same tone
    LinePaths(Marks marks, boolean upright, boolean bright, double tone, double near) {
        x = marks.samples();
        ridges = marks.ridges();
        ridge = Marks.ridge(upright, bright);
        this.tone = (float) tone;
        this.near = (float) near;
        int width = marks.size().width();
        int height = marks.size().height();
        steps = upright ? height : width;
        across = upright ? width : height;
        forth = upright ? width : 1;
        beside = upright ? 1 : width;
    }

    /// What the best path of all gains, in pixels of length.
    float most() {
        return walk(true, new float[0]);
    }

    /// How much the best path through each pixel gains; 0 beside the lines.
    float[] gains() {
        float[] down = new float[x.length];
        float[] up = new float[x.length];
        walk(true, down);
        walk(false, up);
        for (int i = 0; i < down.length; i++) {
            down[i] = (ridges[i] & ridge) == 0 ? 0 : down[i] + up[i] - score(i);
        }
        return down;
    }

    /// Writes what the best path up to each pixel gains, and says the largest of these numbers.
    private float walk(boolean forward, float[] gains) {
        float[] before = new float[across + 2];
        float[] now = new float[across + 2];
        float most = 0;
        for (int k = 0; k < steps; k++) {
            int i = (forward ? k : steps - 1 - k) * forth;
            for (int at = 1; at <= across; at++, i += beside) {
                float best = Math.max(before[at], Math.max(before[at - 1], before[at + 1]));
                boolean nothing = best == 0 && (ridges[i] & ridge) == 0;
                now[at] = nothing ? 0 : Math.max(0, best + score(i));
                most = Math.max(most, now[at]);
            }
            if (gains.length > 0) {
                put(now, gains, (forward ? k : steps - 1 - k) * forth);
            }
            float[] spare = before;
            before = now;
            now = spare;
        }
        return most;
    }

    private void put(float[] line, float[] gains, int start) {
        for (int at = 1, i = start; at <= across; at++, i += beside) {
            gains[i] = line[at];
        }
    }

    private float score(int i) {
        boolean same = Math.abs(x[i] - tone) < near;
        if ((ridges[i] & ridge) != 0) {
            return same ? SEEN : OTHER_TONE;
        }
        return same ? UNSEEN : GONE;
    }
}
