package dev.tintype.diagnose;

import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;

/// The comb that quantisation leaves in the cosine transform of 8 × 8 blocks: every coefficient lies near a
/// multiple of its step. The quality is the one whose standard table of steps meets the combs best.
///
/// Source: Z. Fan, R. L. de Queiroz, "Identification of Bitmap Compression History: JPEG Detection and Quantizer
/// Estimation", 2003, doi:10.1109/TIP.2002.807361
///
/// @param quality 1 to 100, of the tables of the JPEG standard as most programs scale them
/// @param fit mean cosine of the coefficients' places between steps: 1 on the comb, 0 without one
/// @param certainty the same in standard deviations of no comb
/// @param blocking how much larger steps at block borders are than elsewhere, relative to the latter
record JpegTrace(int quality, double fit, double certainty, double blocking) {
    private static final int SIDE = 8;
    private static final int BLOCKS = 2500; // that are looked at
    private static final int BEST = 95; // quality beyond which steps are too fine to be seen
    private static final int FINE = 4; // places of a histogram for one level
    private static final int LARGEST = 255; // level
    private static final int LARGEST_STEP = 121;
    private static final double TIE = 0.97;

    /// Rows and columns of the coefficients that are used.
    private static final int[] ROWS = {0, 1, 2, 1, 0, 0, 1, 2, 3, 4, 3, 2, 1, 0};
    private static final int[] COLUMNS = {1, 0, 0, 1, 2, 3, 2, 1, 0, 0, 1, 2, 3, 4};
    /// Their steps at quality 50, from annex K of the standard, ITU-T T.81.
    private static final int[] STEPS = {11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24};

    private static final double[] COSINES = cosines();

    static JpegTrace of(Plane luminance) {
        Size size = luminance.size();
        if (size.width() < 3 * SIDE || size.height() < 3 * SIDE) {
            return new JpegTrace(100, 0, 0, 0);
        }
        Grid grid = Grid.of(luminance);
        JpegTrace usual = at(luminance, 0, 0, grid.strength());
        if (grid.row() == 0 && grid.column() == 0) {
            return usual;
        }
        JpegTrace shifted = at(luminance, grid.row(), grid.column(), grid.strength());
        return shifted.certainty > usual.certainty ? shifted : usual;
    }

    private static JpegTrace at(Plane plane, int top, int left, double blocking) {
        int[][] histograms = histograms(plane, top, left);
        double[][] sums = new double[ROWS.length][LARGEST_STEP + 1];
        double[][] counts = new double[ROWS.length][LARGEST_STEP + 1];
        for (int k = 0; k < ROWS.length; k++) {
            for (int step = 1; step <= LARGEST_STEP; step++) {
                for (int place = (int) (0.6 * step * FINE) + 1; place < histograms[k].length; place++) {
                    if (histograms[k][place] > 0) {
                        double level = (double) place / FINE;
                        sums[k][step] += histograms[k][place] * Math.cos(2 * Math.PI * level / step);
                        counts[k][step] += histograms[k][place];
                    }
                }
            }
        }
        return best(sums, counts, blocking);
    }

    private static JpegTrace best(double[][] sums, double[][] counts, double blocking) {
        JpegTrace best = new JpegTrace(100, 0, 0, blocking);
        for (int quality = BEST; quality >= 1; quality--) {
            double sum = 0;
            double count = 0;
            for (int k = 0; k < ROWS.length; k++) {
                int step = step(k, quality);
                if (step <= LARGEST_STEP) {
                    sum += sums[k][step];
                    count += counts[k][step];
                }
            }
            double certainty = sum / Math.sqrt(count / 2 + 1e-9);
            if (count > 20
                    && certainty >= TIE * best.certainty
                    && (certainty > best.certainty || sum / count > best.fit)) {
                best = new JpegTrace(quality, sum / count, Math.max(certainty, best.certainty), blocking);
            }
        }
        return best;
    }

    /// As the Independent JPEG Group scales the tables.
    private static int step(int k, int quality) {
        int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        return Math.clamp((STEPS[k] * scale + 50) / 100, 1, 255);
    }

    private static int[][] histograms(Plane plane, int top, int left) {
        int across = (plane.size().width() - left) / SIDE;
        int down = (plane.size().height() - top) / SIDE;
        int[][] histograms = new int[ROWS.length][LARGEST * FINE + 1];
        int step = Math.max(1, across * down / BLOCKS);
        double[] block = new double[SIDE * SIDE];
        for (int b = step / 2; b < across * down; b += step) {
            int row = top + b / across * SIDE;
            int column = left + b % across * SIDE;
            for (int i = 0; i < block.length; i++) {
                block[i] = 255 * plane.at(row + i / SIDE, column + i % SIDE);
            }
            for (int k = 0; k < ROWS.length; k++) {
                double level = Math.abs(coefficient(block, ROWS[k], COLUMNS[k]));
                histograms[k][(int) Math.min(LARGEST * FINE, Math.round(level * FINE))]++;
            }
        }
        return histograms;
    }

    private static double coefficient(double[] block, int v, int u) {
        double sum = 0;
        for (int row = 0; row < SIDE; row++) {
            double line = 0;
            for (int column = 0; column < SIDE; column++) {
                line += block[row * SIDE + column] * COSINES[u * SIDE + column];
            }
            sum += line * COSINES[v * SIDE + row];
        }
        return sum;
    }

    private static double[] cosines() {
        double[] table = new double[SIDE * SIDE];
        for (int k = 0; k < SIDE; k++) {
            for (int i = 0; i < SIDE; i++) {
                table[k * SIDE + i] = (k == 0 ? Math.sqrt(0.125) : 0.5) * Math.cos((2 * i + 1) * k * Math.PI / 16);
            }
        }
        return table;
    }

    /// Where block borders are.
    private record Grid(int row, int column, double strength) {
        private static final double MOST = 0.08; // a larger step is an edge

        static Grid of(Plane plane) {
            double[] rows = steps(plane, true);
            double[] columns = steps(plane, false);
            int row = largest(rows);
            int column = largest(columns);
            return new Grid(row, column, (rise(rows, row) + rise(columns, column)) / 2);
        }

        private static double[] steps(Plane plane, boolean rows) {
            int lines = rows ? plane.size().height() : plane.size().width();
            int length = rows ? plane.size().width() : plane.size().height();
            int stride = Math.max(1, length / 500);
            double[] sums = new double[SIDE];
            int[] counts = new int[SIDE];
            for (int line = 1; line < lines; line++) {
                double sum = 0;
                for (int at = 0; at < length; at += stride) {
                    double step = rows
                            ? plane.at(line, at) - plane.at(line - 1, at)
                            : plane.at(at, line) - plane.at(at, line - 1);
                    sum += Math.min(MOST, Math.abs(step));
                }
                sums[line % SIDE] += sum;
                counts[line % SIDE]++;
            }
            for (int k = 0; k < SIDE; k++) {
                sums[k] /= counts[k];
            }
            return sums;
        }

        private static int largest(double[] values) {
            int best = 0;
            for (int k = 1; k < values.length; k++) {
                best = values[k] > values[best] ? k : best;
            }
            return best;
        }

        private static double rise(double[] values, int at) {
            double others = 0;
            for (int k = 0; k < values.length; k++) {
                others += k == at ? 0 : values[k] / (values.length - 1);
            }
            return values[at] / (others + 1e-9) - 1;
        }
    }
}
