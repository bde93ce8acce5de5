package dev.tintype.diagnose;

import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;

/// Thin marks that lie on a photo rather than in it: lighter, or darker, than the ground on both sides, while that
/// ground goes on behind them.
final class Marks {
    private static final int BRIGHT_UPRIGHT = 1;
    private static final int BRIGHT_LEVEL = 2;
    private static final int DARK_UPRIGHT = 4;
    private static final int DARK_LEVEL = 8;
    private static final int GAP = 4; // from a pixel to the ground beside it, so marks are up to 6 pixels wide
    private static final double LEAST = 0.08; // difference from the ground, in sample units
    private static final double DEVIATIONS = 4; // of the noise
    private static final double SAME_TONES = 0.09; // from the darkest to the lightest
    private static final float ALIKE = 0.5f; // of the difference: how much the two sides may differ

    private final Plane plane;
    private final float[] x;
    private final int width;
    private final int height;
    private final float threshold;
    private final byte[] ridges; // of bright and dark, upright and level lines

    Marks(Plane luminance, double sigma) {
        plane = luminance;
        x = luminance.toArray();
        width = luminance.size().width();
        height = luminance.size().height();
        threshold = (float) Math.max(LEAST, DEVIATIONS * sigma);
        ridges = new byte[x.length];
        IntStream.range(0, height).parallel().forEach(row -> {
            for (int column = 0; column < width; column++) {
                int i = row * width + column;
                boolean inside = column >= GAP && column + GAP < width;
                int found = inside ? stands(i, GAP, BRIGHT_UPRIGHT, DARK_UPRIGHT) : 0;
                inside = row >= GAP && row + GAP < height;
                ridges[i] = (byte) (found | (inside ? stands(i, GAP * width, BRIGHT_LEVEL, DARK_LEVEL) : 0));
            }
        });
    }

    Size size() {
        return plane.size();
    }

    /// All samples in row order, not copied.
    float[] samples() {
        return x;
    }

    /// Where lines stand out, as the bits of [#ridge], not copied.
    byte[] ridges() {
        return ridges;
    }

    /// The bit of lines that run mostly up and down, or mostly across.
    ///
    /// @param bright whether they are lighter than the ground
    static int ridge(boolean upright, boolean bright) {
        return upright ? bright ? BRIGHT_UPRIGHT : DARK_UPRIGHT : bright ? BRIGHT_LEVEL : DARK_LEVEL;
    }

    /// Whether a sample on a line is the lightest, or darkest, of those across.
    ///
    /// @param step to the next sample across
    boolean crest(int i, int step, boolean bright) {
        return bright ? x[i] >= x[i - step] && x[i] >= x[i + step] : x[i] <= x[i - step] && x[i] <= x[i + step];
    }

    /// The mean of the ground on both sides of a sample on a line.
    float beside(int i, int step) {
        return (x[i - GAP * step] + x[i + GAP * step]) / 2;
    }

    /// Which of two bits a sample has that is lighter or darker than both of those so far away.
    private int stands(int i, int step, int bright, int dark) {
        float one = x[i] - x[i - step];
        float other = x[i] - x[i + step];
        if (one > threshold) {
            return other > threshold && Math.abs(one - other) < ALIKE * Math.min(one, other) ? bright : 0;
        }
        boolean below = one < -threshold && other < -threshold;
        return below && Math.abs(one - other) < ALIKE * Math.min(-one, -other) ? dark : 0;
    }

    /// A connected mark.
    ///
    /// @param pixels places in row order
    /// @param length of the longer side of its frame
    /// @param tone of its middle: four fifths of it are darker than this if it is bright, lighter if it is dark
    /// @param ground mean tone beside it
    record Mark(List<Integer> pixels, int length, double tone, double ground) {
        Mark {
            pixels = List.copyOf(pixels);
        }

        /// The lightest less the darkest ground of several marks.
        static double grounds(List<Mark> marks) {
            DoubleSummaryStatistics all =
                    marks.stream().mapToDouble(Mark::ground).summaryStatistics();
            return marks.isEmpty() ? 0 : all.getMax() - all.getMin();
        }
    }

    /// The marks whose tone is that of most others, by length: marks of one cause have one tone, details have many.
    static List<Mark> alike(List<Mark> marks) {
        List<Mark> sorted = new ArrayList<>(marks);
        sorted.sort(Comparator.comparingDouble(Mark::tone));
        List<Mark> most = List.of();
        double longest = 0;
        double length = 0;
        for (int first = 0, next = 0; first < sorted.size(); first++) {
            while (next < sorted.size()
                    && sorted.get(next).tone() - sorted.get(first).tone() < SAME_TONES) {
                length += sorted.get(next++).length();
            }
            if (length > longest) {
                longest = length;
                most = sorted.subList(first, next);
            }
            length -= sorted.get(first).length();
        }
        return List.copyOf(most);
    }

    /// Specks: different from the ground all around.
    List<Mark> specks(boolean bright) {
        boolean[] speck = new boolean[x.length];
        int sides = ridge(true, bright) | ridge(false, bright);
        for (int row = GAP; row < height - GAP; row++) {
            for (int i = row * width + GAP; i < (row + 1) * width - GAP; i++) {
                speck[i] = (ridges[i] & sides) == sides
                        && stands(i, 3 * (width + 1), 1, 2) == (bright ? 1 : 2)
                        && stands(i, 3 * (width - 1), 1, 2) == (bright ? 1 : 2);
            }
        }
        return connected(speck, bright);
    }

    /// The connected parts of what was chosen.
    List<Mark> connected(boolean[] chosen, boolean bright) {
        boolean[] open = chosen.clone();
        List<Mark> marks = new ArrayList<>();
        ArrayDeque<Integer> waiting = new ArrayDeque<>();
        for (int start = 0; start < open.length; start++) {
            if (!open[start]) {
                continue;
            }
            List<Integer> pixels = new ArrayList<>();
            open[start] = false;
            waiting.add(start);
            while (!waiting.isEmpty()) {
                int i = waiting.remove();
                pixels.add(i);
                for (int y = Math.max(0, i / width - 1); y <= Math.min(height - 1, i / width + 1); y++) {
                    for (int z = Math.max(0, i % width - 1); z <= Math.min(width - 1, i % width + 1); z++) {
                        if (open[y * width + z]) {
                            open[y * width + z] = false;
                            waiting.add(y * width + z);
                        }
                    }
                }
            }
            marks.add(mark(pixels, bright));
        }
        return marks;
    }

    private Mark mark(List<Integer> pixels, boolean bright) {
        int top = height;
        int bottom = 0;
        int left = width;
        int right = 0;
        double[] tones = new double[pixels.size()];
        double[] grounds = new double[pixels.size()];
        for (int k = 0; k < tones.length; k++) {
            int i = pixels.get(k);
            int row = i / width;
            int column = i % width;
            top = Math.min(top, row);
            bottom = Math.max(bottom, row);
            left = Math.min(left, column);
            right = Math.max(right, column);
            tones[k] = x[i];
            grounds[k] = ground(row, column);
        }
        int length = Math.max(bottom - top, right - left) + 1;
        Arrays.sort(tones);
        double tone = tones[(bright ? 4 : 1) * (tones.length - 1) / 5];
        return new Mark(pixels, length, tone, mean(grounds));
    }

    /// The median of eight samples around.
    private double ground(int row, int column) {
        double[] around = new double[8];
        int k = 0;
        for (int y = -1; y <= 1; y++) {
            for (int z = -1; z <= 1; z++) {
                if (y != 0 || z != 0) {
                    int r = Math.clamp(row + y * (GAP + 1L), 0, height - 1);
                    int c = Math.clamp(column + z * (GAP + 1L), 0, width - 1);
                    around[k++] = x[r * width + c];
                }
            }
        }
        Arrays.sort(around);
        return (around[3] + around[4]) / 2;
    }

    /// A plane that is 1 at the marks and the pixels next to them.
    Plane cover(List<Mark> marks) {
        float[] cover = new float[x.length];
        for (Mark mark : marks) {
            for (int i : mark.pixels()) {
                for (int y = Math.max(0, i / width - 1); y <= Math.min(height - 1, i / width + 1); y++) {
                    for (int z = Math.max(0, i % width - 1); z <= Math.min(width - 1, i % width + 1); z++) {
                        cover[y * width + z] = 1;
                    }
                }
            }
        }
        return Plane.copyOf(plane.size(), cover, 0);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }
}
