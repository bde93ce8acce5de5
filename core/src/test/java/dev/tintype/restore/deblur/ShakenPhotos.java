package dev.tintype.restore.deblur;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import java.util.Random;

/// Photos as a hand that shook would have taken them.
final class ShakenPhotos {
    private static final int STEPS = 400; // of the hand
    private static final double NOISE = 0.5 / 255;
    private static final int SHIFT = 8; // pixels

    private ShakenPhotos() {}

    /// The way of a hand whose speed walks at random, just inside a square.
    ///
    /// @param side of the square, pixels, odd
    static Psf walk(int side, long seed) {
        Random random = new Random(seed);
        double[][] way = new double[2][STEPS];
        double longest = 0;
        double[] middle = new double[2];
        for (int axis = 0; axis < 2; axis++) {
            double speed = 0.3 * random.nextGaussian();
            double place = 0;
            double least = 0;
            double most = 0;
            for (int i = 0; i < STEPS; i++) {
                speed = 0.97 * speed + 0.05 * random.nextGaussian();
                place += speed;
                way[axis][i] = place;
                least = Math.min(least, place);
                most = Math.max(most, place);
            }
            longest = Math.max(longest, most - least);
            middle[axis] = (most + least) / 2;
        }
        float[] weights = new float[side * side];
        double scale = (side - 1.5) / longest;
        for (int i = 0; i < STEPS; i++) {
            int row = side / 2 + (int) Math.round(scale * (way[0][i] - middle[0]));
            int column = side / 2 + (int) Math.round(scale * (way[1][i] - middle[1]));
            weights[row * side + column]++;
        }
        return Psf.of(Plane.copyOf(new Size(side, side), weights, 0));
    }

    /// What is left of a photo inside the reach of its PSF, blurred, noisy and rounded to 8 bits.
    static Photo shaken(Photo sharp, Psf psf, long seed) {
        Random random = new Random(seed);
        int reach = psf.size().width() / 2;
        Size size = inside(sharp, reach).size();
        return sharp.map(plane -> Plane.of(size, (row, column) -> {
            double sum = NOISE * random.nextGaussian();
            for (int y = -reach; y <= reach; y++) {
                for (int x = -reach; x <= reach; x++) {
                    sum += psf.kernel().at(y + reach, x + reach) * plane.at(row + reach - y, column + reach - x);
                }
            }
            return Math.round(255 * Math.clamp(sum, 0, 1)) / 255f;
        }));
    }

    static Photo inside(Photo photo, int frame) {
        Size size = new Size(photo.size().width() - 2 * frame, photo.size().height() - 2 * frame);
        return photo.crop(new Region(frame, frame, size));
    }

    /// PSNR where the two agree best, for a PSF is known but for a shift.
    static double psnr(Photo restored, Photo truth) {
        Photo middle = inside(truth, SHIFT);
        double best = 0;
        for (int row = 0; row <= 2 * SHIFT; row++) {
            for (int column = 0; column <= 2 * SHIFT; column++) {
                Photo moved = restored.crop(new Region(row, column, middle.size()));
                best = Math.max(best, BlurredPictures.psnr(moved, middle));
            }
        }
        return best;
    }
}
