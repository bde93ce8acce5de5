package dev.tintype.nn.stage;

import dev.tintype.diagnose.NoiseLevel;
import dev.tintype.nn.official.face.Similarity;
import dev.tintype.nn.official.prepare.GaussianBlur;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Size;
import java.util.Arrays;

/// How blurred and noisy a face is, measured in the pixels of the photo, or of the largest square that a network sees
/// where the face is larger than that.
///
/// At strong edges, what a little more blur leaves of the gradient says how blurred they are: of a step that was
/// blurred by a Gaussian of σ, further Gaussians of 1 and 2 pixels leave gradients in the ratio
/// `R = √((σ² + 4) / (σ² + 1))`. The median of R over the strongest twentieth of the gradients is taken.
///
/// Source: S. Zhuo, T. Sim, "Defocus map estimation from a single image", 2011, doi:10.1016/j.patcog.2011.03.009.
///
/// @param blur σ in pixels of the photo, 0 to 10 times `reduced`
/// @param noise standard deviation in sample units
/// @param reduced how many times larger the face is than the largest square, at least 1
/// @param change how far what was done to the photo has changed it, root mean square, sample units
public record FaceCondition(double blur, double noise, double reduced, double change) {
    private static final double STRONG = 0.05; // share of the gradients that are edges
    private static final double MOST = 10; // pixels
    private static final double DIFFERENCE = 1 / 3.0; // what a central difference itself blurs, pixels squared
    private static final double SHARP = 1.1; // pixels of blur that nobody sees
    private static final double BLURRED = 1.7; // from which on a face needs all that can be done
    private static final double LARGER = 1.5; // times blurred, before a face larger than that gains: measured
    private static final double CLEAN = 0.02; // the same of noise, sample units
    private static final double NOISY = 0.035;
    private static final double LITTLE = 0.014; // the same of change
    private static final double MUCH = 0.025;

    /// Of a face in a scan as it came.
    static FaceCondition of(Samples scan, Face face, double change) {
        double reduced = face.reduced();
        Plane near = near(scan, face.box(scan.size()), reduced);
        return new FaceCondition(reduced * blur(near), NoiseLevel.sigma(near), reduced, change);
    }

    private static Plane near(Samples scan, Region box, double reduced) {
        if (reduced == 1) {
            return scan.photo(box).luminance();
        }
        double middle = (reduced - 1) / 2; // of the pixels under the first one
        Size size = new Size(Math.max(1, (int) (box.size().width() / reduced)), Math.max(1, (int)
                (box.size().height() / reduced)));
        Similarity back = new Similarity(reduced, 0, box.column() + middle, box.row() + middle);
        return new MeanWarp(back, size).apply(scan).luminance();
    }

    private static double blur(Plane plane) {
        double[] fine = gradients(new GaussianBlur(7, 1).apply(plane));
        double[] coarse = gradients(new GaussianBlur(13, 2).apply(plane));
        double[] sorted = fine.clone();
        Arrays.sort(sorted);
        double least = Math.max(1e-6, sorted[(int) ((1 - STRONG) * (sorted.length - 1))]);
        double[] ratios = new double[fine.length];
        int count = 0;
        for (int i = 0; i < fine.length; i++) {
            if (fine[i] >= least) {
                ratios[count++] = fine[i] / Math.max(coarse[i], 1e-9);
            }
        }
        if (count == 0) {
            return MOST; // nothing but a flat patch
        }
        Arrays.sort(ratios, 0, count);
        double square = ratios[count / 2] * ratios[count / 2];
        double variance = square <= 1 ? MOST * MOST : (4 - square) / (square - 1) - DIFFERENCE;
        return Math.min(MOST, Math.sqrt(Math.max(0, variance)));
    }

    /// Lengths of central differences, without the border.
    private static double[] gradients(Plane plane) {
        int width = Math.max(0, plane.size().width() - 2);
        int height = Math.max(0, plane.size().height() - 2);
        double[] gradients = new double[Math.max(1, width * height)];
        for (int i = 0; i < width * height; i++) {
            int row = 1 + i / width;
            int column = 1 + i % width;
            gradients[i] = Math.hypot(
                    plane.at(row, column + 1) - plane.at(row, column - 1),
                    plane.at(row + 1, column) - plane.at(row - 1, column));
        }
        return gradients;
    }

    /// 0 sharp and clean to 1 blurred or noisy. What much has been done to was damaged, and looks cleaner than it is.
    double need() {
        double seen = blur / reduced / (reduced > 1 ? LARGER : 1);
        double blurred = smooth((seen - SHARP) / (BLURRED - SHARP));
        double noisy = smooth((noise - CLEAN) / (NOISY - CLEAN));
        return Math.max(Math.max(blurred, noisy), smooth((change - LITTLE) / (MUCH - LITTLE)));
    }

    private static double smooth(double share) {
        double t = Math.clamp(share, 0.0, 1.0);
        return t * t * (3 - 2 * t);
    }
}
