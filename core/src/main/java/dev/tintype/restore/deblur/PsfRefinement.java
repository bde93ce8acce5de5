package dev.tintype.restore.deblur;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import java.util.List;

/// Finds the PSF of a shaken photo, which is neither a line nor a disc, from the photo alone: a photo is restored with
/// what is known of the PSF, its strongest edges tell the PSF better, and so on; first at a quarter of the size.
///
/// The photo is restored as if it were noisy, so that only edges are left of it; [KernelFit] finds the PSF that blurs
/// them into what was seen. More and weaker edges take part from round to round. A PSF is known but for a shift: here
/// its
/// centre of mass is its middle.
/// Source: S. Cho and S. Lee, "Fast Motion Deblurring", 2009, doi:10.1145/1618452.1618491.
/// Unlike the paper: edges are those that the hyper-Laplacian prior leaves, where it filters and sharpens them.
public final class PsfRefinement {
    /// Sides of the PSF where nobody says otherwise, pixels.
    public static final int USUAL_SIDE = 25;

    private static final int MOST_SIDE = 61;
    private static final int LEAST_SIDE = 5;
    private static final int LEVELS = 2; // halvings
    private static final int ROUNDS = 6; // at each size
    private static final int MOST = 640; // pixels along a side of what is looked at
    private static final int LEAST = 48;
    private static final double FIRST_NOISE = 0.05; // that the photo is restored for, in the first round of a size
    private static final double LAST_NOISE = 0.02;
    private static final double FIRST_SHARE = 0.02; // of pixels that are edges
    private static final double LAST_SHARE = 0.1;

    private PsfRefinement() {}

    /// The PSF of a blurred photo; that which it starts with where the photo is smaller than 48 pixels.
    ///
    /// @param start what is known, such as the likeliest movement, disc or Gaussian
    /// @param side of the PSF, pixels, odd, 5 to 61: at least as long as the movement
    public static Psf refine(Photo blurred, Psf start, int side) {
        if (side < LEAST_SIDE || side > MOST_SIDE || side % 2 == 0) {
            throw new IllegalArgumentException("the side of a PSF may be odd, 5 to 61 pixels, not " + side);
        }
        Plane plane = middle(blurred).luminance();
        return isLarge(plane.size()) ? refined(plane, start, side, LEVELS) : start;
    }

    private static boolean isLarge(Size size) {
        return Math.min(size.width(), size.height()) >= LEAST;
    }

    private static Photo middle(Photo photo) {
        int width = Math.min(MOST, photo.size().width());
        int height = Math.min(MOST, photo.size().height());
        int row = (photo.size().height() - height) / 2;
        int column = (photo.size().width() - width) / 2;
        return photo.crop(new Region(row, column, new Size(width, height)));
    }

    private static Psf refined(Plane blurred, Psf start, int side, int halvings) {
        Psf psf = start;
        Size half = new Size(
                Math.max(1, blurred.size().width() / 2),
                Math.max(1, blurred.size().height() / 2));
        if (halvings > 0 && isLarge(half)) {
            int halfSide = Math.max(LEAST_SIDE, side / 2 | 1);
            Psf coarse = refined(halved(blurred, half), scaled(start, 0.5, halfSide), halfSide, halvings - 1);
            psf = scaled(coarse, 2, side);
        }
        for (int round = 0; round < ROUNDS; round++) {
            double along = (double) round / (ROUNDS - 1);
            double noise = between(FIRST_NOISE, LAST_NOISE, along);
            Photo sharp = new HyperLaplacian(psf, noise).apply(new Photo(List.of(blurred)));
            double share = between(FIRST_SHARE, LAST_SHARE, along);
            psf = centred(KernelFit.psf(sharp.planes().getFirst(), blurred, side, share));
        }
        return psf;
    }

    private static double between(double first, double last, double along) {
        return first * Math.pow(last / first, along);
    }

    private static Plane halved(Plane plane, Size half) {
        return Plane.of(half, (row, column) -> {
            int y = 2 * row;
            int x = 2 * column;
            return (plane.at(y, x) + plane.at(y + 1, x) + plane.at(y, x + 1) + plane.at(y + 1, x + 1)) / 4;
        });
    }

    /// A PSF of another size: every weight is shared among the four pixels around its new place.
    private static Psf scaled(Psf psf, double scale, int side) {
        int finer = (int) Math.ceil(2 * scale); // samples along a side of an old pixel, so that no new one is missed
        float[] weights = new float[side * side];
        int height = psf.size().height();
        int width = psf.size().width();
        int middle = side / 2;
        for (int i = 0; i < height * finer; i++) {
            double row = scale * ((i + 0.5) / finer - height / 2.0) + middle;
            for (int j = 0; j < width * finer; j++) {
                double column = scale * ((j + 0.5) / finer - width / 2.0) + middle;
                share(weights, side, row, column, psf.kernel().at(i / finer, j / finer));
            }
        }
        return Psf.of(Plane.copyOf(new Size(side, side), weights, 0));
    }

    private static void share(float[] weights, int side, double row, double column, float weight) {
        int top = (int) Math.floor(row);
        int left = (int) Math.floor(column);
        for (int corner = 0; corner < 4; corner++) {
            int y = Math.clamp(top + corner / 2, 0, side - 1);
            int x = Math.clamp(left + corner % 2, 0, side - 1);
            double down = corner / 2 == 1 ? row - top : 1 - (row - top);
            double across = corner % 2 == 1 ? column - left : 1 - (column - left);
            weights[y * side + x] += (float) (down * across * weight);
        }
    }

    private static Psf centred(Psf psf) {
        int side = psf.size().width();
        double down = 0;
        double across = 0;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                down += (row - side / 2) * psf.kernel().at(row, column);
                across += (column - side / 2) * psf.kernel().at(row, column);
            }
        }
        int rows = (int) Math.round(down);
        int columns = (int) Math.round(across);
        return Psf.of(Plane.of(psf.size(), (row, column) -> {
            int y = row + rows;
            int x = column + columns;
            boolean inside = y >= 0 && y < side && x >= 0 && x < side;
            return inside ? psf.kernel().at(y, x) : 0;
        }));
    }
}
