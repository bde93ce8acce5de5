package dev.tintype.diagnose;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Size;
import dev.tintype.signal.RealTransform;

/// How badly a PSF explains a spectrum: what is left when power falls with frequency as photos have it, `A |f|^−a`,
/// a little unlike in different directions, times `|H|²`, plus noise. The prior's parameters are fitted for each
/// PSF, by Gauss-Newton steps with Huber's weights.
final class PsfLikelihood {
    private static final int PARAMETERS = 6; // level, slope, and four for directions
    private static final double SLOPE = -2.4; // usual for photos: of the logarithm of power
    private static final double[] USUAL = {0, SLOPE, 0, 0, 0, 0};
    private static final double[] CERTAINTY = {0, 1 / (0.35 * 0.35), 4, 4, 4, 4};
    private static final double HUBER = 0.8; // residuals from which on they count less
    private static final double WEIGHT = 1 / (0.25 * 0.25 * 12); // of a residual; neighbours are not independent
    private static final double LEAKAGE = 0.006; // least |H|² that a window shows
    private static final double CENTRE = 2; // -log of a middling frequency, to which the level belongs

    private final double[] x; // frequencies, cycles for each pixel
    private final double[] y;
    private final int[] rows;
    private final int[] columns;
    private final double[] logarithms;
    private final double[] basis; // (frequencies, PARAMETERS)
    private final double logNoise;
    private final int side;
    private final RealTransform transform;

    /// @param stride uses every so many-th row and column of the spectrum, twice
    PsfLikelihood(WelchSpectrum spectrum, int stride) {
        side = spectrum.side();
        transform = new RealTransform(new Size(side, side));
        int count = 0;
        int[] places = new int[side * (side / 2 + 1)];
        for (int row = 0; row < side; row++) {
            for (int column = 1; column <= side / 2; column++) {
                if (isUsed(row, column, stride)) {
                    places[count++] = row * side + column;
                }
            }
        }
        x = new double[count];
        y = new double[count];
        rows = new int[count];
        columns = new int[count];
        logarithms = new double[count];
        basis = new double[count * PARAMETERS];
        logNoise = 2 * Math.log(spectrum.noise());
        for (int i = 0; i < count; i++) {
            rows[i] = places[i] / side;
            columns[i] = places[i] % side;
            x[i] = (double) columns[i] / side;
            y[i] = (double) (rows[i] > side / 2 ? rows[i] - side : rows[i]) / side;
            logarithms[i] = spectrum.at(rows[i], columns[i]);
            describe(i);
        }
    }

    /// Neither the axes, where borders and houses are, nor the ends.
    private boolean isUsed(int row, int column, int stride) {
        int down = row > side / 2 ? row - side : row;
        double frequency = Math.hypot(down, column) / side;
        boolean sampled = row % stride == column % stride && row % stride <= 1;
        return sampled && down != 0 && column < side / 2 && frequency > 1.5 / side && frequency < 0.48;
    }

    private void describe(int i) {
        double angle = Math.atan2(y[i], x[i]);
        int start = i * PARAMETERS;
        basis[start] = 1;
        basis[start + 1] = Math.log(Math.hypot(x[i], y[i])) + CENTRE;
        basis[start + 2] = Math.cos(2 * angle);
        basis[start + 3] = Math.sin(2 * angle);
        basis[start + 4] = Math.cos(4 * angle);
        basis[start + 5] = Math.sin(4 * angle);
    }

    /// The cost of a PSF quickly: windows are taken to show at least some power everywhere.
    double roughCost(PsfFamily family, double size, double degrees) {
        double[] blur = new double[x.length];
        for (int i = 0; i < blur.length; i++) {
            blur[i] = Math.log(Math.max(LEAKAGE, family.power(x[i], y[i], size, degrees)));
        }
        return cost(blur, 2);
    }

    /// The cost of a PSF, half the negative logarithm of its likelihood: what windows show of `|H|²` is smooth.
    double cost(Psf psf) {
        int width = transform.half();
        float[] transfer = transform.forward(psf.aroundOrigin(transform.size()).toArray());
        double[] power = new double[transfer.length / 2];
        for (int i = 0; i < power.length; i++) {
            power[i] = transfer[2 * i] * transfer[2 * i] + transfer[2 * i + 1] * transfer[2 * i + 1];
        }
        double[] blur = new double[x.length];
        for (int i = 0; i < blur.length; i++) {
            double sum = 0;
            for (int down = -1; down <= 1; down++) {
                int start = Math.floorMod(rows[i] + down, side) * width + columns[i] - 1;
                double line = power[start] + 4 * power[start + 1] + power[start + 2];
                sum += (down == 0 ? 4 : 1) * line / 36;
            }
            blur[i] = Math.log(Math.max(1e-7, sum));
        }
        return cost(blur, 3);
    }

    private double cost(double[] blur, int steps) {
        double[] prior = USUAL.clone();
        prior[0] = level(blur);
        for (int step = 0; step < steps; step++) {
            improve(prior, blur);
        }
        double cost = 0;
        for (int i = 0; i < blur.length; i++) {
            double over = explained(prior, i) + blur[i] - logNoise;
            double size = Math.abs(logarithms[i] - logNoise - SoftPlus.of(over));
            cost += WEIGHT * (size < HUBER ? size * size / 2 : HUBER * (size - HUBER / 2));
        }
        for (int k = 0; k < PARAMETERS; k++) {
            double difference = prior[k] - USUAL[k];
            cost += CERTAINTY[k] * difference * difference / 2;
        }
        return cost;
    }

    /// A level to begin with: that where little was lost.
    private double level(double[] blur) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < blur.length; i++) {
            if (blur[i] > -1) {
                sum += logarithms[i] - SLOPE * basis[i * PARAMETERS + 1] - blur[i];
                count++;
            }
        }
        return count == 0 ? logNoise : sum / count;
    }

    private double explained(double[] prior, int i) {
        double sum = 0;
        for (int k = 0; k < PARAMETERS; k++) {
            sum += prior[k] * basis[i * PARAMETERS + k];
        }
        return sum;
    }

    private void improve(double[] prior, double[] blur) {
        double[][] normal = new double[PARAMETERS][PARAMETERS + 1];
        for (int k = 0; k < PARAMETERS; k++) {
            normal[k][k] = CERTAINTY[k];
            normal[k][PARAMETERS] = CERTAINTY[k] * (USUAL[k] - prior[k]);
        }
        for (int i = 0; i < blur.length; i++) {
            double over = explained(prior, i) + blur[i] - logNoise;
            double residual = logarithms[i] - logNoise - SoftPlus.of(over);
            double share = SoftPlus.slope(over);
            double weight = WEIGHT * share / Math.max(1, Math.abs(residual) / HUBER);
            int start = i * PARAMETERS;
            for (int k = 0; k < PARAMETERS; k++) {
                double weighted = weight * basis[start + k];
                for (int l = 0; l <= k; l++) {
                    normal[k][l] += weighted * share * basis[start + l];
                }
                normal[k][PARAMETERS] += weighted * residual;
            }
        }
        double[] step = LeastSquares.solve(normal);
        for (int k = 0; k < PARAMETERS; k++) {
            prior[k] += Math.clamp(step[k], -3, 3);
        }
    }
}
