package dev.tintype.diagnose;

import dev.tintype.photo.Plane;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/// Thin marks that lie on a photo rather than in it: lighter, or darker, than the ground on both sides, while that
/// ground goes on behind them.
final class Marks {
    private static final int GAP = 4; // from a pixel to the ground beside it, so marks are up to 6 pixels wide
    private static final double LEAST = 0.08; // difference from the ground, in sample units
    private static final double DEVIATIONS = 4; // of the noise
    private static final double SAME_TONES = 0.09; // from the darkest to the lightest
    private static final double ALIKE = 0.5; // of the difference: how much the two sides may differ

    private final Plane plane;
    private final float[] x;
    private final int width;
    private final int height;
    private final double threshold;

    Marks(Plane luminance, double sigma) {
        plane = luminance;
        x = luminance.toArray();
        width = luminance.size().width();
        height = luminance.size().height();
        threshold = Math.max(LEAST, DEVIATIONS * sigma);
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

        /// How far a tone is on its way from middle grey to that of paper, or of dirt, 0 to 1.
        static double extreme(double tone, boolean bright) {
            return Math.clamp((bright ? tone - 0.5 : 0.5 - tone) / 0.35, 0, 1);
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

    /// Where lines stand out that run mostly up and down, or mostly across.
    ///
    /// @param upright which
    /// @param bright whether they are lighter than the ground
    boolean[] ridges(boolean upright, boolean bright) {
        boolean[] ridge = new boolean[x.length];
        int step = upright ? 1 : width;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int at = upright ? column : row;
                int end = upright ? width : height;
                if (at >= GAP && at + GAP < end) {
                    int i = row * width + column;
                    ridge[i] = stands(i, i - GAP * step, i + GAP * step, bright);
                }
            }
        }
        return ridge;
    }

    /// Specks: different from the ground all around.
    List<Mark> specks(boolean bright) {
        boolean[] speck = new boolean[x.length];
        for (int row = GAP; row < height - GAP; row++) {
            for (int column = GAP; column < width - GAP; column++) {
                int i = row * width + column;
                speck[i] = stands(i, i - GAP, i + GAP, bright)
                        && stands(i, i - GAP * width, i + GAP * width, bright)
                        && stands(i, i - 3 * (width + 1), i + 3 * (width + 1), bright)
                        && stands(i, i - 3 * (width - 1), i + 3 * (width - 1), bright);
            }
        }
        return connected(speck, bright);
    }

    private boolean stands(int i, int before, int after, boolean bright) {
        double sign = bright ? 1 : -1;
        double one = sign * (x[i] - x[before]);
        if (one <= threshold) {
            return false;
        }
        double other = sign * (x[i] - x[after]);
        double least = Math.min(one, other);
        return least > threshold && Math.abs(one - other) < ALIKE * least;
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
